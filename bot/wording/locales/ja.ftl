# Japanese, in the です・ます register. Numbers do not change the words beside them.

## Words

day = { $day }
first-day = 1
month = { $year }年{ $month }月
comma = 、
all-of = { $first }、{ $last }
colon = ：
-place = { CHAT() ->
    [slack] ワークスペース
   *[discord] サーバー
}
-chat = { CHAT() ->
    [slack] Slack
   *[discord] Discord
}
-settings = { CHAT() ->
    [slack] /clausebell settings
   *[discord] /setup
}
-erasing = { CHAT() ->
    [slack] /clausebell privacy erase
   *[discord] /privacy erase
}
-asking = { CHAT() ->
    [slack] /clausebell help
   *[discord] /policy, /optout, /changes, /find
}

severity-critical = 重大
severity-major = 重要
severity-minor = 軽微
severity-none = なし

topic-ai_training = AIの学習
topic-content_license = 投稿コンテンツの利用許諾
topic-ownership_ip = 権利の帰属
topic-monetization_fees = 手数料と支払い
topic-data_sharing_sale = データの共有・販売
topic-data_collection = データの収集
topic-biometrics = 顔と声のデータ
topic-arbitration_disputes = 仲裁と紛争
topic-liability_warranty = 責任
topic-termination_moderation = モデレーションとアカウント停止
topic-minors_age = 年齢と未成年者
topic-copyright_dmca = 著作権の申し立て
topic-acceptable_use = 利用ルール
topic-changes_to_terms = 規約の変更方法
topic-governing_law = 準拠法と裁判所
topic-advertising = 広告
topic-account_security = アカウントのセキュリティ
topic-opt_out_rights = オプトアウトの方法

# The same within a sentence, before 「に関する」.
about-ai_training = AIの学習
about-content_license = 投稿コンテンツの利用許諾
about-ownership_ip = 権利の帰属
about-monetization_fees = 手数料と支払い
about-data_sharing_sale = データの共有・販売
about-data_collection = 収集されるデータ
about-biometrics = 顔と声のデータ
about-arbitration_disputes = 仲裁と紛争
about-liability_warranty = 責任
about-termination_moderation = モデレーションとアカウント停止
about-minors_age = 年齢と未成年者
about-copyright_dmca = 著作権の申し立て
about-acceptable_use = 許可される行為と禁止される行為
about-changes_to_terms = 規約の変更方法
about-governing_law = 準拠法と管轄裁判所
about-advertising = 広告
about-account_security = アカウントのセキュリティ
about-opt_out_rights = 異議やオプトアウトの方法

document-terms_of_service = 利用規約
document-privacy_policy = プライバシーポリシー
document-community_guidelines = コミュニティガイドライン
document-content_monetisation_policy = 収益化ポリシー
document-developer_terms = 開発者向け規約
document-acceptable_use_policy = 許容される利用に関するポリシー

target-all = すべてのプラットフォーム
target-category = カテゴリー「{ $category }」のすべてのプラットフォーム

# Categories, by the names that the catalogue gives them; one without a name here keeps its own.
category-art = アート
category-audio = 音声
category-music = 音楽
category-photo = 写真
category-podcast = ポッドキャスト
category-portfolio = ポートフォリオ
category-social = SNS
category-stream = ライブ配信
category-video = 動画
category-writing = 文章

## Announcements

change-ai_training-introduced = { $platform }が{ $document }に、ユーザーの作品やデータをAIの学習に使うことがあると書き加えました。
change-ai_training-expanded = { $platform }が{ $document }で、AIの学習に使える余地を広げました。
change-ai_training-restricted = { $platform }が{ $document }で、AIの学習に使える余地を狭めました。
change-ai_training-clarified_not_used = { $platform }が{ $document }に、AIの学習に対する制限を記載しました。
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
quotes-left = ほかに{ $count }か所が変更されています。
quotes-thread = 全文は下のスレッドにあります。

fact-effective = 適用開始日
fact-dated = 文書の日付
fact-seen = 最初の確認日
fact-severity = 重要度
fact-also = ほかの項目
change-silent = 本文は変わりましたが、ページに書かれた日付は変わっていません。

link-document = 文書を読む
link-archive = アーカイブで読む
link-change = 変更前と変更後
footer-change = 引用は{ $day }に{ $host }で確認した文書の原文です。リンク先は現在のページです。要約はソフトウェアが作成しています。法的助言ではありません。
footer-archived = 引用は{ $host }のアーカイブの記録を{ $day }に確認した原文です。リンク先は現在の記録とページです。要約はソフトウェアが作成しています。法的助言ではありません。
detail-headline = { $platform }の{ $document }で変更されたすべての箇所（原文）

story-headline = { $platforms }に関するニュース：「{ $title }」
story-headline-open = ニュース：「{ $title }」
story-title = ニュース · { $source }
story-unconfirmed = 報道によるもので、文書ではまだ確認されていません。
fact-published = 公開日
fact-about = 項目
link-story = { $source }で読む
footer-story = { $source }の報道です。法的助言ではありません。
digest-changes = 変更{ $count }件
digest-reports = ニュース{ $count }件

## Digests, reminders and what follows an announcement

digest-headline = { $platforms ->
    [0] { $what }のお知らせです。
   *[other] プラットフォーム{ $platforms }件に関する{ $what }のお知らせです。
}
digest-line = { $title }（{ $day }）：{ $headline }
digest-rest = 一度に多くの動きがあったため、最初のものは個別にお知らせし、残りをここにまとめました。
digest-footer = 要約はソフトウェアが作成しています。法的助言ではありません。
reminder-headline = { $platform }の期日が近づいています：{ $day }
reminder-headline-open = { $platform }の期日が近づいています。
reminder-told = { $day }に最初に確認：{ $headline }
reminder-footer = 以前お知らせした変更のリマインドです。要約はソフトウェアが作成しています。法的助言ではありません。
followup-taken-back = { $day }に取り消されました。
followup-again = { $day }に再び変更：{ $headline }
followup-spoken = 会社が声明を出しました（{ $day }）。内容は下にあります。

## Guidance: what a creator can do

optout-account_toggle = 設定でオフにできます。
optout-per_item_toggle = 設定でオフにできます。対象ごとに個別の設定が必要です。
optout-admin_only = オフにできるのはアカウントの所有者か管理者だけです。管理者に頼んでください。
optout-email_request = メールでオプトアウトできます。返信は保存しておいてください。
optout-objection_form = フォームから異議を申し立てられます。拒否されることもあります。確認の連絡は保存しておいてください。
optout-opt_in_default = 何もする必要はありません。同意しないかぎりオフです。
optout-terms_prohibit = オフにするものはありません。規約が、行わないと約束しています。
optout-site_signal = クローラーに来ないよう求めることはできます。従うのは行儀のよいクローラーだけです。
optout-file_metadata = ファイルに印を付けることはできます。印を読むサービスは少なく、アップロード時に消えることも多くあります。
optout-limit_visibility = オフにする設定はありません。作品を見られる人を限定することはできますが、届く範囲は狭くなります。
optout-delete_or_leave = オフにする設定はありません。残る手段は作品の削除か退会です。コピーと学習済みのモデルは残ります。
optout-negotiate = オフにする設定はありません。個別の契約によります。どの契約が適用されるかを問い合わせてください。
optout-none = オプトアウトの方法は見つかりませんでした。
optout-unknown = オプトアウトの方法があるかどうか、わかりません。

guidance-partly = 一部だけです。{ $lead }
guidance-partly-default = 一部だけです。同意しないかぎりオフのものもありますが、それ以外についてはオプトアウトの方法が見つかりませんでした。
guidance-regional = 一部の地域だけです（英語：{ $regions }）。{ $lead }

guidance-none-found = 設定、フォーム、連絡先を探しましたが、どれも見つかりませんでした。
guidance-steps = 手順（英語）
guidance-where = 対象地域（英語）
guidance-deadline = 期限
guidance-undone = すでに行われた学習を取り消すという書面の約束があります。
guidance-not-undone = 今後の利用を止めるものです。すでに行われた学習は取り消されません。
guidance-undone-unsaid = 今後の利用についてのものです。すでに行われた学習が取り消されるとは、確認した範囲のどこにも書かれていません。
guidance-bound = オプトアウトはこの会社への要望です。コピーを持つ第三者や、スクレイピングをする第三者を拘束するものではありません。
guidance-exempt = 別のルールが適用されるもの（{ $day }確認、英語）：{ $exempt }
guidance-caveats = 補足（英語）：{ $caveats }
guidance-checked = 最終確認：{ $day }
guidance-checked-steps = 最終確認：{ $day }。ボタンの名前は変わることがあります。
guidance-earlier = この変更より前の確認のため、古くなっている可能性があります（{ $day }）：{ $lead }
guidance-link = 手続きのページ
statement = { $who }（{ $day }、英語）：{ $claim } これは発言であり、条項ではありません。

## Answers

training-allowed = { $platform }は、ユーザーの作品やデータでAIを学習させることができます。
training-opt_out = { $platform }は、オプトアウトしないかぎり、ユーザーの作品やデータでAIを学習させることができます。
training-opt_in = { $platform }は、同意がある場合に限りユーザーの作品でAIを学習させるとしています（範囲は下記のとおり）。
training-prohibited = { $platform }は、ユーザーの作品でAIを学習させないとしています（範囲は下記のとおり）。
training-unclear = { $platform }は、ユーザーの作品でAIを学習させるかどうかを明確に述べていません。
training-unknown = { $platform }がAIの学習について何と述べているか、わかりません。
policy-own = 自社AIの学習
policy-licensed = 他社への提供
policy-scraping = 第三者によるスクレイピング
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
basis-statement = 発言（条項ではありません）
policy-changes = 最近の変更
policy-no-changes = お知らせした変更はまだありません。
policy-change = { $day }：{ $change }
policy-documents = 確認対象の文書
policy-read = { $document }：最終確認は{ $day }
policy-unread = { $document }：未確認
footer-answer = 内容は記載の日付に確認したものです。法的助言ではありません。
answer-optout = { $platform }：{ $lead }
answer-scope = 対象（英語）：{ $scope }

found-all = { $platform }の文書に、{ $words }を含む条項が{ $count }件あります。
found-some = { $platform }の文書に{ $words }をすべて含む条項はありません。一部を含む条項は{ $count }件です。
find-none = { $platform }の文書に{ $words }を含む条項はありません。
find-nothing-read = { $platform }の文書はまだ確認していません。
quoted = 「{ $text }」
find-more = ほかに{ $count }件の条項が見つかりました。
find-unread = 未確認のため検索していない文書：{ $documents }
find-source = { $document }（{ $day }確認）
find-footer = 引用元（原文のまま）：{ $sources }。法的助言ではありません。

changes-headline = { $count ->
    [0] 該当する変更のお知らせはありません。
   *[other] お知らせした変更は{ $count }件です。
}
changes-days = 過去{ $count }日間
changes-line = { $day } · { $document } · { $severity }
changes-page = { $page }/{ $pages }ページ

watch-added = このチャンネルは{ $name }の監視を始めました。
watch-channel = に、これ以降の変更をお知らせします
watch-from-now = それより前のものは投稿しません。
watch-topics = 項目
watch-topics-all = すべて
watch-severity = 重要度の下限
watch-mention = メンション
watch-mention-chosen = 設定どおり
watch-removed = このチャンネルは{ $name }の監視をやめました。
watch-missing = このチャンネルは{ $name }を監視していません。
watch-narrowed = { $name }で監視をやめた項目：{ $topics }
watch-narrow-missing = { $name }で監視していない項目：{ $topics }
watch-paused = お知らせは一時停止中です。
watch-blocked = 足りないものがあるため、お知らせを保留しています：{ $names }
watch-closed = { $name }は削除されました。監視の設定は、別のチャンネルを選ぶまで残ります。
list-headline = { $count ->
    [0] ここではまだ何も監視していません。
   *[other] { $count }件のチャンネルがプラットフォームを監視しています。
}
health-headline = 最終確認と最後の変更
health-troubles = 現在、読めないか保留中の文書
health-unread = { $platform }：未確認
health-unchanged = { $platform }：最終確認は{ $day }、変更のお知らせはまだありません
health-changed = { $platform }：最終確認は{ $day }、最後の変更は{ $changed }
health-failing = { $document }：読み取れません（{ $reason }、{ $count }回試行）
health-held = { $document }：内容に疑問があるため保留しています（{ $reason }）
site-answers = サイトがエラー{ $code }を返しています
unread-slow = サイトの応答に時間がかかりすぎています
unread-unreachable = サイトに接続できません
unread-large = ページが大きすぎます
unread-empty = ページに文章が表示されません
unread-kind = リンク先がページでもPDFでもありません
unread-pdf = PDFを読み取れません
unread-own = ボット自体の設定に問題があります
unread-other = 理由はボットのログにあります
doubt-challenge = サイトが閲覧者の確認を求めています
doubt-login = サイトがログインを求めています
doubt-consent = 本文の代わりに同意画面が表示されています
doubt-error = 本文の中か代わりにエラーが表示されています
doubt-part = 本文の一部が欠けている可能性があります
doubt-garbled = ページが正しく組み立てられていない可能性があります
doubt-language = 本文が別の言語です
doubt-region = 別の地域向けの版の可能性があります
doubt-earlier = 以前の版の可能性があります
doubt-another = 別の文書の可能性があります
doubt-other = 理由はボットのログにあります
list-channel = の監視対象
list-row = { $name }（{ $topics }／{ $severity }以上）
list-all-topics = すべての項目
list-row-role = { $row }、専用のロールをメンション
list-silent = には現在お知らせが届きません
help-headline = Clausebellはプラットフォームの規約などを監視し、何が変わったかをこのコミュニティにお知らせします。
help-ask = プラットフォームについて調べる
help-channel = このチャンネルを設定する
help-stored = 保存される内容
help-news = チャンネルにはニュースも届きます。不要な場合はプラットフォーム名の後に「{ typed-no-news }」、再び受け取る場合は「{ typed-news }」と付けてください。
# What is typed for it after the platforms.
typed-news = ニュース
typed-no-news = ニュースなし
help-private = プライベートチャンネルでは、まずアプリを招待してください（/invite @Clausebell）。その後は /clausebell settings も含め、すべて他のチャンネルと同じように使えます。

## Buttons

button-change = 変更点
button-optout = オプトアウト
button-history = 履歴
button-remind = リマインドする
button-share = チャンネルで共有
button-unwatch = { $name }の監視をやめる
button-settings = 設定
button-privacy = プライバシー
button-test = テスト送信
button-search = プラットフォームを検索
button-find-channel = チャンネルを検索
button-find-role = ロールを検索
button-earlier = 戻る
button-more = 次へ
button-newer = 新しいもの
button-older = 古いもの
button-pause = 一時停止
button-resume = 再開
button-erase = すべて消去
button-move = 別のチャンネルを選ぶ
button-text = ひとことを添える
ask-search = プラットフォームの名前
ask-named = チャンネルまたはロールの名前
ask-text = 各メッセージの上に添えるひとこと
passages-count = { $count }か所が変更されました。
remind-headline = { $day }に{ $platform }についてのダイレクトメッセージをお送りします。
remind-how = ここからのダイレクトメッセージを受け取る設定の場合に限ります。それまでに変更が取り消されたときは届きません。
remind-nothing = { $platform }について、リマインドできる今後の日付はわかっていません。

## Setting up

welcome-how = Clausebellは静かなボットです。文書に重要な変更があったときだけ、プラットフォームの原文とともにお知らせします。プラットフォームとチャンネルは、この{ -place }の管理者が選びます。
welcome-ask = 質問は誰でもできます：{ -asking }
welcome-restored = 以前の{ $count }チャンネル分の設定が残っていたため、再び有効になりました。
welcome-privacy = メッセージは読みません。人について保存するのは、設定した人とリマインドを頼んだ人のIDだけです。
welcome-footer = 法的助言ではありません。
card-headline = このチャンネルで何を監視しますか？
card-channel = の監視対象
card-nothing = まだありません。下でプラットフォームを選んでください
card-lacks = そのために足りないもの
card-text = 各メッセージの上
card-footer = 選んだ内容はすぐに保存されます。チャンネルごとに別の設定ができます。
pick-channel = チャンネル
pick-platforms = プラットフォーム
pick-topics = 項目（選ばなければすべて）
pick-severity = お知らせする変更
pick-news = ニュース
pick-cadence = お知らせの時期
pick-mention = メンションするロール（選ばなければなし）
pick-extras = メッセージに添えるもの
least-minor = 実質的な変更すべて
least-major = 重要な変更と重大な変更
least-critical = 重大な変更のみ
news-yes = 変更とニュース
news-no = 変更のみ（ニュースなし）
cadence-at_once = すぐに
cadence-daily = 1日1回まとめて
cadence-weekly = 週1回まとめて
window = { $hours ->
    [0] 文書の変更はそれぞれ別のメッセージにする
    [6] 6時間以内の次の変更は最初のメッセージにまとめる
   *[24] 1日以内の次の変更は最初のメッセージにまとめる
    [72] 3日以内の次の変更は最初のメッセージにまとめる
    [168] 1週間以内の次の変更は最初のメッセージにまとめる
}
extra-threads = 各メッセージに会話用のスレッドを作る
extra-detail = 詳細と続報をスレッドにまとめる
extra-publish = アナウンスチャンネルではフォロー先にも公開する
extra-picture = 書き換えられた箇所の画像
test-headline = テストメッセージを投稿しました。
test-channel = に投稿しました
test-quiet = 誰もメンションしていません。
test-failed = テストメッセージを投稿できませんでした。
sample-title = テストメッセージ
sample-headline = Clausebellはここにお知らせを投稿します。
sample-none = 文書に重要な変更があると、その原文と、いつから適用されるか、何ができるかがここに表示されます。
paused-headline = お知らせを一時停止しました。
paused-channel = は一時停止中です
paused-kept = 監視の設定はそのまま残り、その間のお知らせは保留されます。
resumed-headline = お知らせを再開しました。
resumed-channel = に再びお知らせします
resumed-kept = 保留されていたものを今から投稿します。
pause-nothing = このチャンネルは何も監視していないため、一時停止するものがありません。
style-nothing = このチャンネルはまだ何も監視していません。先にプラットフォームを選んでください。
move-headline = どのチャンネルに引き継ぎますか？
move-what = { $name }で監視していた内容を、同じ設定のまま引き継ぎます。
move-live = このチャンネルで監視している内容をそちらに移し、ここでは終了します。
privacy-headline = Clausebellがこの{ -place }について保存しているもの
privacy-headline-person = Clausebellがあなたについて保存しているもの
privacy-channels = 設定のあるチャンネル
privacy-roles = メンションするロール、グループ、人
privacy-people = 設定した人
privacy-what = 保存するのは、この{ -place }、チャンネル、メンションするロール・グループ・人、設定した人のIDと、その設定です。リマインドについては、頼んだ人と言語を保存します。
privacy-kept = この{ -place }から外されると、戻る場合に備えて設定を30日間残し、その後消去します。
privacy-not-kept = この{ -place }から外されると、すべてをすぐに消去します。
privacy-never = メンバーについてほかに保存するものはなく、メッセージは読みも保存もしません。
privacy-person = チャンネルを設定した場合やリマインドを頼んだ場合の、あなたのIDです。設定とともに、またはリマインドとその言語とともに、送信されるまで保存します。ほかには何も保存しません。
privacy-there = { -place }について保存しているものと消去の方法は、その{ -place }で確認できます。
privacy-shortcut = 唯一の例外として、誰かがショートカットで説明を求めたメッセージだけは、名前とリンクを探すために読みます。保存はしません。
privacy-erase = この{ -place }の管理者はすべてを消去できます：{ -erasing }
erase-headline = { $count ->
    [0] この{ -place }について保存されているものをすべて消去しますか？
   *[other] { $count }チャンネルの設定と、この{ -place }について保存されているほかのすべてを消去しますか？
}
erase-what = 何も残らず、もう一度設定するまでどのチャンネルにもお知らせは届きません。
erased-headline = この{ -place }について保存されていたものをすべて消去しました。

## Home and forms in Slack

language-name = 日本語
home-first = Clausebellは、規約などの細かな文言が変わったときにお知らせします。
home-first-what = クリエイターが使うプラットフォームの利用規約、プライバシーポリシー、AIに関する方針を監視し、変わった条項を原文で引用します。
home-first-quiet = 静かなボットです。重要な変更があったときだけお知らせし、同じことは繰り返しません。
home-first-who = 参加しているチャンネルと、そこで監視するものを選んでください。
home-help = どのチャンネルでも /clausebell help と入力すると、質問できることが例とともに表示されます。
home-private = Clausebellは参加者を見る権限を求めないため、プライベートチャンネルは自分で設定したものだけがここに並びます。設定するには、そのチャンネルで /clausebell settings と入力してください。
home-within = 設定はそのチャンネルの中で /clausebell settings と入力して行ってください。
home-ask = 質問するには
home-edit = チャンネル{ $channel }の設定
home-more = ほか{ $count }件
home-documents = 文書の状況
home-looked = 文書の最終確認は{ $ago }です。
home-unread = まだどの文書も確認していません。
home-fine = すべて読み取れました。
home-who = 設定を変更できる人
home-open = チャンネルのメンバーなら誰でも、そのチャンネルの設定を変更できます。
home-reserved = チャンネルの設定を変更できるのは、このワークスペースの管理者とオーナーだけです。
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
hint-call = アクティブな全員なら @here、またはユーザーグループのID（Slackのディレクトリでグループを開き、メニュー「⋯」からコピー）。空欄なら誰も呼び出しません。この欄はワークスペースの管理者にだけ表示されます。
call-here = 重大な変更ではアクティブな全員を呼び出す
call-group = 重大な変更ではユーザーグループを呼び出す
call-who = 重大な変更で呼び出す相手
call-active = アクティブな全員
call-unnamed = ユーザーグループ
pick-locale = メッセージの言語
form-save = 保存
form-next = 次へ
form-look = 調べる
form-close = 閉じる
form-loading = お待ちください…
answer-follows = 少しお待ちください。回答はこの下に届きます。
form-kept = 設定を保存しました。
form-nothing = なし
explain-none = このメッセージには、監視しているプラットフォームの名前もリンクもありません。
explain-how = 名前で質問するには、/clausebell policy に続けて名前を入力してください。

## Errors

error-platform = 「{ $typed }」というプラットフォームはカタログにありません。
error-platform-how = つづりを確認してください。監視できるプラットフォームは { -settings } に一覧があります。
error-near = もしかして
error-option = { $option }：「{ $value }」は使えません。
error-choices = 指定できる値
named-topic = 項目
named-topics = 項目
named-only = 項目
named-severity = 重要度の下限
named-news = ニュース
named-cadence = お知らせの頻度
named-platforms = プラットフォーム
named-extras = お知らせに付けるもの
named-locale = 言語
named-window = 文書がまた変わったとき
named-days = 日数
named-words = 検索する言葉
named-what = 選択
error-change = その変更の記録はもうありません。
error-stale = このボタンは古いバージョンのものです。代わりにコマンドを使ってください。
error-needs-manage_server = これにはこの{ -place }を管理する権限が必要です。
error-needs-member = チャンネルの設定を変更できるのは、その参加者だけです。プライベートチャンネルでは、その中で /clausebell settings と入力してください。
error-needs-workspace_admin = これができるのは、このワークスペースの管理者とオーナーだけです。管理者に頼んでください。
error-no-platform = プラットフォームを1つ以上選んでください。
error-call = 「{ $value }」では誰も呼び出せません。@here か、Sで始まるユーザーグループのIDを入力してください。IDは、Slackのディレクトリでグループを開き、メニュー「⋯」からコピーできます。
error-passing = 現在、一時的に問題が起きています。数分後にもう一度お試しください。
error-lasting = うまくいきませんでした。理由は、このボットの運営者がログで確認できます。
error-blocked = あなたが設定したチャンネルに投稿できません。足りないもの：{ $names }
error-blocked-channel = が対象のチャンネルです
error-blocked-kept = 設定は残っています。お知らせは保留され、足りないものがそろうと投稿されます。
closed-headline = Clausebell用に設定したチャンネルが削除されました：{ $name }
closed-kept = 監視の設定は残っています。別のチャンネルを選ぶまで、お知らせはありません。
closed-erased = 監視の設定は消去されました。続けるには、別のチャンネルを設定してください。
lack-in = に足りないもの
lack-remedy = チャンネルの管理者が「チャンネルの編集」›「権限」›「Clausebell」で許可できます。
lack-view_channel = チャンネルを見る
lack-send_messages = メッセージを送信
lack-create_posts = 投稿を作成
lack-send_messages_in_threads = スレッドでメッセージを送信
lack-create_public_threads = 公開スレッドの作成
lack-manage_threads = スレッドの管理（スレッドがロックされています）
lack-embed_links = 埋め込みリンク（ないと文字だけの投稿になります）
lack-attach_files = ファイルを添付（画像のため）
lack-tag = タグ（このフォーラムの投稿に必要ですが、誰でも付けられるものがありません）
lack-messages = メッセージを投稿できる場所（テキストチャンネル、フォーラム、スレッドのいずれかを選んでください）
lack-invitation = 招待（チャンネルで /invite @Clausebell と入力してください）
lack-archive = アーカイブの解除（チャンネルはアーカイブされています）
lack-leave = 投稿の許可（ワークスペースの管理者に頼んでください）
lack-network = ネットワークの許可（このワークスペースは特定のネットワークからのアプリだけを受け付けます）
lack-scope = アプリの権限（求める権限をすべて許可して、もう一度インストールしてください）
lack-token = Slackが受け付けるトークン（アプリをもう一度インストールする必要があります）
lacks-role = @{ $name }をメンションする許可（サーバー設定で、誰でもこのロールをメンションできるようにしてください）
lack-mention = 別のロール：メンションするロールが削除されています
lack-channel = チャンネル（もう存在しません）
lack-answer = { -chat }からの応答（数分後にもう一度お試しください）

## Commands: one line of at most 100 characters each, as chats show it

command-policy = AIの学習や作品について文書が何と述べているか、最近何が変わったか
command-optout = AIの学習からオプトアウトする方法、または方法がないこと
command-watch = プラットフォームの規約などが変わったとき、このチャンネルに知らせる
command-unwatch = プラットフォーム、またはその一部の項目のお知らせをやめる
command-list = { CHAT() ->
    [slack] このチャンネルが監視しているもの
   *[discord] ここのチャンネルが監視しているもの
}
command-changes = 最近の変更（プラットフォーム別、項目別、またはすべて）
command-find = プラットフォームの現在の文書から言葉を探す
command-pause = チャンネルへのお知らせを一時停止する（監視の設定は残ります）
command-resume = チャンネルへのお知らせを再開する
command-test = 誰もメンションせずに、チャンネルにテストメッセージを投稿する
command-settings = チャンネル、プラットフォーム、項目、重要度をまとめて選ぶ
command-style = チャンネルへの知らせ方（時期、メンション、スレッド、画像、ひとこと）
command-privacy = Clausebellがこのコミュニティについて保存しているものと、その消去方法
command-erase = Clausebellがこのコミュニティについて保存しているものをすべて消去する

option-platform = プラットフォームの名前（うろ覚えでもかまいません）
option-channel = 投稿先のチャンネル（省略するとこのチャンネル）
option-severity = お知らせする重要度の下限
option-topics = お知らせする項目（カンマ区切り、省略するとすべて）
option-only = この項目だけ（カンマ区切り、省略するとプラットフォーム全体）
option-role = 毎回メンションするロール（@everyoneを選ぶとなし）
option-words = 探す言葉
option-days = 何日前までか
option-topic = 項目を1つ
option-news = 変更に加えてニュースも知らせる（チャンネル全体に適用）
option-cadence = お知らせの時期
option-language = お知らせの言語
option-threads = 各メッセージに会話用のスレッドを作る
option-publish = アナウンスチャンネルではフォロー先にも公開する
option-picture = 書き換えられた箇所の画像
option-text = 各メッセージの上に添えるひとこと（- でなし）

## Installing in Slack

slack-installed = { $workspace }にClausebellをインストールしました。
slack-installed-next = チャンネルで /clausebell help と入力すると、できることが表示されます。/clausebell watch に続けてプラットフォーム名を入力すると、そのチャンネルに変更が届くようになります。
slack-installed-privacy = メッセージは読みません（誰かが説明を求めたものを除きます）。保存するものと消去の方法は /clausebell privacy で確認できます。
slack-open = SlackでClausebellを開く
slack-open-browser = ブラウザーで開く
slack-add-workspaces = ワークスペースを選ぶ
slack-not-installed = Clausebellはインストールされませんでした。
slack-not-installed-cancelled = インストールが取り消されました。何も保存していません。
slack-not-installed-stale = このリンクは別のブラウザーで開かれたか、すでに使われたか、10分以上たっています。最初からやり直してください。
slack-not-installed-refused = Slackがインストールを受け付けませんでした。最初からやり直してください。もう一度失敗する場合は、このClausebellの運営者に知らせてください。
slack-not-installed-passing = 現在、一時的に問題が起きています。数分後にもう一度お試しください。
slack-install-again = Clausebellをインストール

## サイト

site-add = { $chat }に追加
screen-announcement = { $chat }のメッセージ。プラットフォームの原文による条項、書き換えられた箇所の表示、適用開始日、できること、詳細を見るボタンがあります。
screen-setup = { $chat }の設定カード。管理者がチャンネル、プラットフォーム、項目、重要度、知らせる時期を選びます。
screen-home = { $chat }のアプリのホーム。各チャンネルが監視しているもの、最近の変更、文書の最終確認の時期が並びます。
site-feed = フィード
site-write = お問い合わせ
site-advice = できること
site-read = 最終確認：{ $day }
site-unread = 未確認
site-missing = このアドレスにページはありません。
site-stored = Slackのワークスペースのトークンは暗号化して保存します。どのお知らせがどのメッセージになったかは、チャンネルIDのハッシュ値とともに90日間保存します。
site-visitors = このページの閲覧は記録しません。Cookieは使わず、外部から何も読み込みません。Slackへのインストール時だけ、10分間有効なCookieを1つ使います。
