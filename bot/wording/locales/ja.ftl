# Japanese, in the です・ます register. Numbers do not change the words beside them.

## Words

day = { $day }
month = { $year }年{ $month }月
comma = 、
all-of = { $first }、{ $last }

severity-critical = 重大
severity-major = 重要
severity-minor = 軽微
severity-none = なし

topic-ai_training = AIの学習
topic-content_license = 作品の利用許諾
topic-ownership_ip = 権利の帰属
topic-monetization_fees = 手数料と支払い
topic-data_sharing_sale = データの共有・販売
topic-data_collection = データの収集
topic-biometrics = 顔と声のデータ
topic-arbitration_disputes = 仲裁と紛争
topic-liability_warranty = 責任
topic-termination_moderation = モデレーションとアカウントの停止
topic-minors_age = 年齢と未成年
topic-copyright_dmca = 著作権の申し立て
topic-acceptable_use = 利用のルール
topic-changes_to_terms = 規約の変更方法
topic-governing_law = 準拠法と裁判所
topic-advertising = 広告
topic-account_security = アカウントのセキュリティ
topic-opt_out_rights = オプトアウトの方法

# The same within a sentence, before 「に関する」.
about-ai_training = AIの学習
about-content_license = 投稿された作品の利用許諾
about-ownership_ip = 権利の帰属
about-monetization_fees = 手数料と支払い
about-data_sharing_sale = データの共有・販売
about-data_collection = 収集されるデータ
about-biometrics = 顔と声のデータ
about-arbitration_disputes = 仲裁と紛争
about-liability_warranty = 責任
about-termination_moderation = モデレーションとアカウントの停止
about-minors_age = 年齢と未成年
about-copyright_dmca = 著作権の申し立て
about-acceptable_use = してよいことといけないこと
about-changes_to_terms = 規約の変更方法
about-governing_law = 準拠法と管轄裁判所
about-advertising = 広告
about-account_security = アカウントのセキュリティ
about-opt_out_rights = 異議やオプトアウトの方法

target-all = すべてのプラットフォーム
target-category = { $category }のすべてのプラットフォーム

## Announcements

change-ai_training-introduced = { $platform }が{ $document }に、ユーザーの作品やデータをAIの学習に使うことがあると書き加えました。
change-ai_training-expanded = { $platform }が{ $document }で、AIの学習に使える範囲を広げました。
change-ai_training-restricted = { $platform }が{ $document }で、AIの学習に使える範囲を狭めました。
change-ai_training-clarified_not_used = { $platform }が{ $document }に、AIの学習の制限を明記しました。
change-ai_training-optout_added = { $platform }が{ $document }に、AIの学習からオプトアウトする方法を書き加えました。
change-ai_training-optout_removed = { $platform }が{ $document }から、AIの学習からオプトアウトする方法を削除しました。
change-added = { $platform }が{ $document }に、{ $topic }に関する文言を追加しました。
change-removed = { $platform }が{ $document }から、{ $topic }に関する文言を削除しました。
change-back = { $platform }が{ $document }に、{ $topic }に関する文言を戻しました。
change-reworded = { $platform }が{ $document }で、{ $topic }に関する文言を書き換えました。
change-other = { $platform }が{ $document }を変更しました。
change-reverted = { $platform }が{ $document }の以前の変更を取り消しました。

quote-added = 追加
quote-removed = 削除
quote-reworded = 書き換え
quote-was = 変更前
quote-now = 変更後
quote-except = 例外
quotes-left = ほかに{ $count }か所が変更されました。
quotes-thread = 全文は下のスレッドにあります。

fact-effective = 適用開始日
fact-dated = 文書の日付
fact-seen = 最初の確認日
fact-severity = 重要度
fact-also = ほかの関連項目
change-silent = 本文は変わりましたが、ページに書かれた日付は変わっていません。

link-document = 文書を読む
link-archive = アーカイブで読む
link-change = 変更前と変更後
footer-change = 引用は{ $day }に{ $host }で読んだ文書から写したものです。リンク先は現在のページです。要約はソフトウェアによるものです。法的助言ではありません。
footer-archived = 引用は{ $day }に{ $host }のアーカイブの記録から写したものです。リンク先は現在の記録とページです。要約はソフトウェアによるものです。法的助言ではありません。
detail-headline = { $platform }の{ $document }で変更された箇所の全文です。

story-headline = { $platforms }に関するニュース：「{ $title }」
story-headline-open = ニュース：「{ $title }」
story-title = ニュース · { $source }
story-unconfirmed = 報道の段階で、文書ではまだ確認されていません。
fact-published = 公開日
fact-about = 関連項目
link-story = { $source }で読む
footer-story = { $source }の報道です。法的助言ではありません。

## Digests, reminders and what follows an announcement

digest-headline = { $platforms }のプラットフォームで{ $count }件の変更がありました。
digest-line = { $title }（{ $day }）— { $headline }
digest-footer = 要約はソフトウェアによるものです。法的助言ではありません。
reminder-headline = { $platform }の期日が近づいています：{ $day }
reminder-headline-open = { $platform }の期日が近づいています。
reminder-told = { $day }に最初に確認：{ $headline }
reminder-footer = 以前お知らせした変更の再通知です。要約はソフトウェアによるものです。法的助言ではありません。
followup-taken-back = { $day }に取り消されました。
followup-again = { $day }に再び変更されました。{ $headline }

## Guidance: what a creator can do

optout-account_toggle = 設定でオフにできます。
optout-per_item_toggle = 作品ごとにオフにできます。
optout-admin_only = オフにできるのはアカウントの所有者か管理者だけです。管理者に頼んでください。
optout-email_request = メールでオプトアウトできます。返信は保存しておいてください。
optout-objection_form = フォームから異議を申し立てられます。拒否されることもあります。確認の連絡は保存しておいてください。
optout-opt_in_default = 何もする必要はありません。同意しないかぎりオフです。
optout-terms_prohibit = オフにするものはありません。規約が、行わないと約束しています。
optout-site_signal = クローラーに来ないよう求めることができます。従うのは行儀のよいものだけです。
optout-file_metadata = ファイルに印を付けられます。印を読むサービスは少なく、アップロードで消えることも多くあります。
optout-limit_visibility = オフにする設定はありません。作品を見られる人を限ることはできますが、届く範囲は狭くなります。
optout-delete_or_leave = オフにする設定はありません。残る手段は作品の削除か退会です。コピーと学習済みのモデルは残ります。
optout-negotiate = オフにする設定はありません。個別の契約によります。どの契約が適用されるかを問い合わせてください。
optout-none = オプトアウトの方法は見つかりませんでした。
optout-unknown = オプトアウトの方法があるかどうか、わかりません。

guidance-partly = 一部だけです。{ $lead }
guidance-partly-default = 一部だけです。同意しないかぎりオフのものもありますが、残りについてはオプトアウトの方法が見つかりませんでした。
guidance-regional = 次の地域だけです（{ $regions }）。{ $lead }

guidance-none-found = 設定、フォーム、連絡先を探しましたが、どれも見つかりませんでした。
guidance-steps = できること
guidance-where = 対象地域
guidance-deadline = 期限
guidance-undone = すでに行われた学習を取り消すという、書面の約束があります。
guidance-not-undone = 今後の利用が止まります。すでに行われた学習は取り消されません。
guidance-undone-unsaid = 今後の利用についてのものです。すでに行われた学習が取り消されるという記述は、読んだ範囲にはありません。
guidance-bound = オプトアウトはこの会社への申し入れです。コピーを持つ他者や、スクレイピングをする他者は拘束されません。
guidance-exempt = 別のルールが適用されるもの（{ $day }時点）：{ $exempt }
guidance-checked = 最終確認：{ $day }
guidance-checked-steps = 最終確認：{ $day }。ボタンの名前は変わることがあります。
guidance-earlier = この変更より前に確認した内容で、古くなっているかもしれません（{ $day }）：{ $lead }
guidance-link = 手続きのページ
statement = { $who }（{ $day }）：{ $claim } これは発言であり、条項ではありません。

## Answers

training-allowed = { $platform }は、ユーザーの作品やデータでAIを学習させることができます。
training-opt_out = { $platform }は、オプトアウトしないかぎり、ユーザーの作品やデータでAIを学習させることができます。
training-opt_in = { $platform }は、同意がある場合にだけユーザーの作品でAIを学習させるとしています。下記の範囲に限ります。
training-prohibited = { $platform }は、ユーザーの作品でAIを学習させないとしています。下記の範囲に限ります。
training-unclear = { $platform }は、ユーザーの作品でAIを学習させるかどうかを明確に述べていません。
training-unknown = { $platform }がAIの学習について何と述べているか、わかりません。
policy-own = 自社のAI
policy-licensed = 他社への提供
policy-scraping = 他者によるスクレイピング
policy-basis = 根拠
policy-as-of = 確認日
stance-allowed = 可
stance-opt_out = オプトアウトしないかぎり可
stance-opt_in = 同意した場合のみ
stance-prohibited = 不可
stance-unclear = 不明確
basis-terms = 規約
basis-privacy_policy = プライバシーポリシー
basis-help_page = ヘルプページ
basis-statement = 発言であり、条項ではありません
policy-changes = 最近の変更
policy-no-changes = お知らせした変更はまだありません。
policy-change = { $day }：{ $change }
policy-documents = 確認している文書
policy-read = { $document }：最終確認 { $day }
policy-unread = { $document }：まだ読んでいません
footer-answer = 内容には確認した日を添えています。法的助言ではありません。
answer-optout = { $platform }：{ $lead }
answer-scope = 対象：{ $scope }

found-all = { $platform }の文書で{ $words }を含む条項が{ $count }件見つかりました。
found-some = { $platform }の文書に{ $words }をすべて含む条項はありません。一部を含む条項は{ $count }件です。
find-none = { $platform }の文書に{ $words }を含む条項はありません。
find-nothing-read = { $platform }の文書はまだどれも読んでいません。
find-word = 「{ $word }」
find-more = ほかに{ $count }件の条項が見つかりました。
find-unread = まだ読んでいないため、検索していない文書：{ $documents }
find-source = { $document }（{ $day }確認）
find-footer = 引用元：{ $sources }。法的助言ではありません。

changes-headline = { $count ->
    [0] 該当する変更のお知らせはありません。
   *[other] { $count }件の変更をお知らせしました。
}
changes-days = 過去{ $count }日間
changes-line = { $day } · { $document } · { $severity }
changes-page = { $page }/{ $pages }ページ

watch-added = このチャンネルは{ $name }の監視を始めました。
watch-from-now = これからの変更をお知らせします。過去のものは投稿しません。
watch-topics = 項目
watch-topics-all = すべて
watch-severity = 最低の重要度
watch-mention = メンション
watch-mention-chosen = 設定どおり
watch-removed = このチャンネルは{ $name }の監視をやめました。
watch-left = 残りの監視：{ $count ->
    [0] なし
   *[other] { $count }件
}
watch-missing = このチャンネルは{ $name }を監視していません。
watch-paused = お知らせは一時停止中です。
watch-blocked = 権限が足りないため、お知らせは保留中です：{ $reason }
watch-closed = { $name }は削除されました。追跡していた内容は、別のチャンネルが選ばれるまで残ります。
list-headline = { $count ->
    [0] ここではまだ何も監視していません。
   *[other] { $count }個のチャンネルがプラットフォームを監視しています。
}
health-headline = 現在の状況
health-troubles = 今は読めない、または保留中のもの
health-unread = { $platform }：まだ読んでいません
health-unchanged = { $platform }：最終確認は{ $day }、変更のお知らせはまだありません
health-changed = { $platform }：最終確認は{ $day }、最後の変更は{ $changed }
health-failing = { $document }：読めません（{ $reason }、{ $count }回試行）
health-held = { $document }：内容が疑わしいため保留しています（{ $reason }）
list-channel = へのお知らせ
list-row = { $name }（{ $topics }／{ $severity }以上）
list-row-role = { $row }、専用のロールをメンション
list-silent = には現在お知らせが届いていません
help-headline = Clausebellはプラットフォームの規約などを監視し、何が変わったかをこのコミュニティにお知らせします。
help-commands = コマンド
help-private = プライベートチャンネルでは、まずアプリを招待してください（/invite @Clausebell）。その後は /clausebell settings も含め、すべて他のチャンネルと同じように使えます。

## ボタン

button-change = 変更点
button-optout = オプトアウト
button-history = 履歴
button-remind = リマインド
button-share = チャンネルで共有
button-unwatch = { $name }をやめる
button-settings = 設定
button-privacy = プライバシー
button-test = テスト送信
button-search = プラットフォームを検索
button-earlier = 戻る
button-more = 次へ
button-newer = 新しいもの
button-older = 古いもの
button-pause = 一時停止
button-resume = 再開
button-erase = すべて消去
button-move = 別のチャンネルを選ぶ
button-text = ひとこと添える
ask-search = プラットフォームの名前
ask-text = 各メッセージの上に添えるひとこと
passages-count = { $count }か所が変更されました（{ $page }/{ $pages }ページ）。
remind-headline = { $day }に{ $platform }についてダイレクトメッセージをお送りします。
remind-how = ここでダイレクトメッセージを受け取れる場合に限ります。それまでに変更が取り消されたときは届きません。
remind-nothing = { $platform }については、お知らせできる今後の日付が分かっていません。

## 設定

welcome-how = 静かなボットです。文書に重要な変更があったときだけ、プラットフォーム自身の言葉でお知らせします。プラットフォームとチャンネルは、ここを管理する人が選びます。
welcome-restored = 以前の{ $count }チャンネル分の設定が残っていたため、再び有効になりました。
welcome-privacy = メッセージは読まず、メンバーの情報も保存しません。
welcome-footer = 法的助言ではありません。
card-headline = このチャンネルに何をお知らせしますか。
card-channel = にお知らせするもの
card-nothing = まだありません。下でプラットフォームを選んでください
card-lacks = 足りないもの
card-text = 各メッセージの上
card-footer = 選んだ内容はすぐに有効になります。ほかのチャンネルには別の設定ができます。
pick-channel = チャンネル
pick-platforms = プラットフォーム
pick-topics = 話題（選ばなければすべて）
pick-severity = 重要度
pick-cadence = いつ
pick-mention = メンションするロール（選ばなければなし）
pick-extras = メッセージのほかに
least-minor = 内容のある変更すべて
least-major = 重要な変更と重大な変更
least-critical = 重大な変更のみ
cadence-at_once = すぐに
cadence-daily = 一日一回まとめて
cadence-weekly = 週に一回まとめて
window = { $hours ->
    [0] 文書の変更はそれぞれ別のメッセージにする
    [6] 6時間以内の次の変更は最初のメッセージにまとめる
   *[24] 1日以内の次の変更は最初のメッセージにまとめる
    [72] 3日以内の次の変更は最初のメッセージにまとめる
    [168] 1週間以内の次の変更は最初のメッセージにまとめる
}
extra-threads = 各メッセージに話し合いのスレッドを作る
extra-detail = 詳細と続報をスレッドにまとめる
extra-publish = アナウンスチャンネルではフォロー先にも公開する
extra-picture = 書き換えられた箇所の画像
test-headline = テストを投稿しました。
test-channel = に投稿しました
test-quiet = 誰もメンションしていません。
test-failed = テストを投稿できませんでした。
sample-title = テスト
sample-headline = Clausebellはここでお知らせします。
sample-none = 文書に重要な変更があると、その文言と、いつから有効か、何ができるかがここに示されます。
paused-headline = メッセージを一時停止しました。
paused-channel = は休止中です
paused-kept = 追跡する対象はそのまま残り、その間のお知らせは待機します。
resumed-headline = メッセージを再開しました。
resumed-channel = に再びお知らせします
resumed-kept = 待機していたものを今から投稿します。
pause-nothing = このチャンネルは何も追跡していないため、一時停止するものがありません。
style-nothing = このチャンネルはまだ何も追跡していません。先にプラットフォームを選んでください。
move-headline = どのチャンネルに引き継ぎますか。
move-what = { $name }で追跡していた内容を、同じ設定のまま引き継ぎます。
move-live = このチャンネルで追跡している内容をそちらに移し、ここでは終了します。
privacy-headline = Clausebellがこの場所について保存しているもの
privacy-channels = 設定のあるチャンネル
privacy-roles = メンションするロールやグループや人
privacy-people = 設定した人
privacy-what = 保存するのは、この場所・チャンネル・メンションするロールやグループや人・設定した人のIDと設定内容です。リマインドについては、頼んだ人のIDを保存します。
privacy-kept = ここから外されると、戻る場合に備えて設定を30日間残し、その後消去します。
privacy-not-kept = ここから外されると、すべてをすぐに消去します。
privacy-never = メッセージもメンバーの情報も、読んだり保存したりしません。
privacy-shortcut = メッセージは、だれかがショートカットで説明を求めたときにだけ、名前とリンクを探すために読み、保存はしません。
privacy-erase = ここを管理する人は、専用のコマンドですべてを消去できます。
erase-headline = { $count ->
    [0] この場所について保存されているものをすべて消去しますか。
   *[other] { $count }チャンネルの設定と、この場所について保存されているものをすべて消去しますか。
}
erase-what = 何も残らず、もう一度設定するまでどのチャンネルにもお知らせは届きません。
erased-headline = この場所について保存されていたものをすべて消去しました。

## Home and forms in Slack

language-name = 日本語
home-first = Clausebellは、規約などの細かな文言が変わったときにお知らせします。
home-first-what = クリエイターが使うプラットフォームの利用規約、プライバシーポリシー、AIに関する方針を監視し、変わった条項を原文で引用します。
home-first-quiet = 静かなボットです。重要な変更があったときだけお知らせし、同じことは繰り返しません。
home-first-who = 参加しているチャンネルと、そこにお知らせするものを選んでください。
home-help = どのチャンネルでも /clausebell help と入力すると、質問できることが例と一緒に表示されます。
home-private = プライベートチャンネルは、誰が居るかを見る権限を求めないため、自分で設定したものだけがここに並びます。設定するには、そのチャンネルで /clausebell settings と入力してください。
home-within = 設定はチャンネルの中から：そこで /clausebell settings と入力してください。
home-ask = 質問するには
home-edit = チャンネル{ $channel }の設定
home-more = ほか{ $count }件
home-documents = 文書の状況
home-looked = 文書を最後に確認したのは{ $ago }です。
home-unread = まだどの文書も確認していません。
home-fine = すべて読めました。
home-who = 設定できる人
home-open = チャンネルのメンバーならだれでも、そこへのお知らせを設定できます。
home-reserved = チャンネルへのお知らせを設定できるのは、このワークスペースの管理者とオーナーだけです。
ago-minutes = { $count ->
    [0] たった今
   *[other] { $count }分前
}
ago-hours = { $count }時間前
ago-days = { $count }日前
button-add = チャンネルに追加
button-edit = 編集
button-reserve = 管理者だけが設定できるようにする
button-everyone = メンバーも設定できるようにする
pick-person = メンションする人（選ばなければなし）
pick-window = 同じ文書がまた変わったとき
pick-call = 重大な変更で呼び出す相手
hint-call = そのとき居る全員なら here、またはユーザーグループのID。空欄なら誰も呼び出しません。この欄はワークスペースの管理者にだけ表示されます。
call-here = 重大な変更では居る全員を呼び出す
call-group = 重大な変更ではユーザーグループを呼び出す
pick-locale = メッセージの言語
form-save = 保存
form-next = 次へ
form-look = 調べる
form-close = 閉じる
form-loading = お待ちください…
form-kept = 設定を保存しました。
form-nothing = もうありません
explain-none = このメッセージには、監視しているプラットフォームの名前もリンクもありません。
explain-how = 名前で質問するには、/clausebell policy に続けて名前を入力してください。

## Errors

error-platform = 「{ $typed }」というプラットフォームはカタログにありません。
error-near = もしかして
error-option = 「{ $value }」は{ $option }に使えません。
error-choices = 使えるもの
error-change = その変更はここではもう分かりません。
error-stale = このボタンは古い版のものです。代わりにコマンドを入力してください。
error-needs-manage_server = これにはこのサーバーまたはワークスペースを管理する権限が必要です。
error-needs-member = チャンネルの設定ができるのは、そこに参加している人だけです。プライベートチャンネルでは、その中で /clausebell settings と入力してください。
error-needs-workspace_admin = これができるのは、このワークスペースの管理者とオーナーだけです。管理者に頼んでください。
error-no-platform = プラットフォームを一つ以上選んでください。
error-call = 「{ $value }」では誰も呼び出せません。here か、SlackでコピーしたユーザーグループのIDを入力してください。
error-passing = 現在、不具合が起きています。数分後にもう一度お試しください。
error-lasting = うまくいきませんでした。理由は、このボットの運営者がログで確認できます。
error-blocked = 設定されたチャンネルに投稿できません：{ $reason }
error-blocked-lacks = 設定されたチャンネルに投稿できません。足りないもの：{ $names }
error-blocked-channel = が対象のチャンネルです
error-blocked-kept = 設定は残っています。お知らせは保留され、権限が戻ると投稿されます。
closed-headline = Clausebell用に設定されたチャンネルが削除されました：{ $name }
closed-kept = 追跡していた内容は残っています。別のチャンネルが選ばれるまで、お知らせはありません。
closed-erased = 追跡していた内容は消去されました。続けるには、別のチャンネルを設定してください。
lack-in = に足りないもの
lack-remedy = チャンネルの管理者が「チャンネルの編集」→「権限」→「Clausebell」で与えられます。
lack-view_channel = チャンネルを見る
lack-send_messages = メッセージを送信
lack-create_posts = 投稿を作成
lack-send_messages_in_threads = スレッドでメッセージを送信
lack-create_public_threads = 公開スレッドの作成
lack-manage_threads = スレッドの管理（スレッドがロックされています）
lack-embed_links = 埋め込みリンク（ないと文字だけの投稿になります）
lack-attach_files = ファイルを添付（画像のため）
lack-tag = タグ（このフォーラムの投稿に必要ですが、一つもありません）
lack-messages = メッセージを置ける場所（テキストチャンネル、フォーラム、スレッドのいずれかを選んでください）
lack-invitation = 招待：チャンネルで /invite @Clausebell と入力してください
lack-archive = アーカイブの解除：チャンネルはアーカイブされています
lack-leave = 投稿の許可：ワークスペースの管理者に頼んでください
lack-network = ネットワークの許可：このワークスペースは特定のネットワークからのアプリだけを受け付けます
lack-scope = アプリの権限：求める権限をすべて許可して、もう一度インストールしてください
lack-token = Slackが受け付けるトークン：アプリをもう一度インストールする必要があります
lacks-role = @{ $name }をメンションする許可（サーバー設定で、誰でもこのロールをメンションできるようにしてください）
lack-channel = チャンネル（もう存在しません）
lack-answer = チャットからの応答（数分後にもう一度お試しください）

## Commands: one line of at most 100 characters each, as chats show it

command-policy = AIの学習や作品について規約などが何と述べているか、最近何が変わったか
command-optout = AIの学習からオプトアウトする方法、または方法がないこと
command-watch = 規約などが変わったとき、このチャンネルに知らせる
command-unwatch = このチャンネルへのお知らせをやめる
command-list = ここのチャンネルが監視しているもの
command-help = Clausebellの説明とコマンド
command-changes = 最近の変更（プラットフォーム別、項目別、またはすべて）
command-find = プラットフォームの現在の文書から言葉を探す
command-pause = チャンネルへのお知らせを一時停止する（監視の設定は残ります）
command-resume = チャンネルへのお知らせを再開する
command-test = だれにもメンションせず、見本を投稿する
command-settings = チャンネル、プラットフォーム、項目、重要度をまとめて選ぶ
command-style = チャンネルへの知らせ方（時期、メンション、スレッド、画像、ひとこと）
command-privacy = Clausebellがこのコミュニティについて保存しているものと、その消し方
command-erase = Clausebellがこのコミュニティについて保存しているものをすべて消去します

option-platform = プラットフォームの名前（うろ覚えでもかまいません）
option-channel = 投稿先のチャンネル（省略するとこのチャンネル）
option-severity = お知らせする最低の重要度
option-topics = お知らせする項目（カンマ区切り、省略するとすべて）
option-role = 毎回メンションするロール（省略するとなし）
option-words = 探す言葉
option-days = 何日前までか
option-topic = 項目を1つ
option-cadence = お知らせの時期
option-threads = 各メッセージに話し合いのスレッドを作る
option-publish = アナウンスチャンネルではフォロー先にも公開する
option-picture = 書き換えられた箇所の画像
option-text = 各メッセージの上に添えるひとこと（- でなし）

## Installing in Slack

slack-installed = { $workspace } に Clausebell をインストールしました。
slack-installed-next = チャンネルで /clausebell help と入力すると、できることが表示されます。/clausebell watch に続けてプラットフォーム名を入力すると、そのチャンネルに変更が届くようになります。
slack-installed-privacy = メッセージは読みません。保存する情報と消去の方法は /clausebell privacy で確認できます。
slack-open = Slack で Clausebell を開く
slack-not-installed = Clausebell はインストールされませんでした。
slack-not-installed-cancelled = インストールが取り消されました。何も保存していません。
slack-not-installed-stale = このリンクは別のブラウザーで開かれたか、すでに使われたか、10分以上たっています。最初からやり直してください。
slack-not-installed-refused = Slack がインストールを受け付けませんでした。最初からやり直してください。もう一度失敗する場合は、この Clausebell の運営者に知らせてください。
slack-not-installed-passing = 現在、一時的に問題が起きています。数分後にもう一度お試しください。
slack-install-again = Clausebell をインストール
