# Brazilian Portuguese. Readers are addressed as "você".
# Names of documents are of either number and gender, and may come in English, so they stand behind "documento".

## Words

day = { $day }
first-day = 1º
month = { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
} de { $year }
comma = { ", " }
all-of = { $first } e { $last }
colon = { ": " }
-place = { CHAT() ->
    [slack] workspace
   *[discord] servidor
}
-chat = { CHAT() ->
    [slack] Slack
   *[discord] Discord
}
-from-chat = { CHAT() ->
    [slack] do Slack
   *[discord] do Discord
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

severity-critical = crítico
severity-major = importante
severity-minor = menor
severity-none = nenhum

topic-ai_training = Treinamento de IA
topic-content_license = Licença sobre o seu conteúdo
topic-ownership_ip = Propriedade
topic-monetization_fees = Taxas e pagamentos
topic-data_sharing_sale = Compartilhamento e venda de dados
topic-data_collection = Coleta de dados
topic-biometrics = Dados faciais e de voz
topic-arbitration_disputes = Arbitragem e disputas
topic-liability_warranty = Responsabilidade
topic-termination_moderation = Moderação e encerramento de contas
topic-minors_age = Idade e menores
topic-copyright_dmca = Reivindicações de direitos autorais
topic-acceptable_use = Regras de uso
topic-changes_to_terms = Como os termos podem mudar
topic-governing_law = Lei aplicável e foro
topic-advertising = Publicidade
topic-account_security = Segurança da conta
topic-opt_out_rights = Formas de se opor

# The same within a sentence, behind "sobre".
about-ai_training = o treinamento de IA
about-content_license = a licença do conteúdo dos usuários
about-ownership_ip = a propriedade das obras e dos direitos
about-monetization_fees = as taxas e os pagamentos
about-data_sharing_sale = o compartilhamento e a venda de dados
about-data_collection = a coleta de dados
about-biometrics = os dados faciais e de voz
about-arbitration_disputes = a arbitragem e as disputas
about-liability_warranty = a responsabilidade
about-termination_moderation = a moderação e o encerramento de contas
about-minors_age = a idade e os menores
about-copyright_dmca = as reivindicações de direitos autorais
about-acceptable_use = os usos permitidos e proibidos
about-changes_to_terms = como os termos podem mudar
about-governing_law = a lei aplicável e o foro
about-advertising = a publicidade
about-account_security = a segurança da conta
about-opt_out_rights = as formas de se opor

document-terms_of_service = Termos de Serviço
document-privacy_policy = Política de Privacidade
document-community_guidelines = Diretrizes da Comunidade
document-content_monetisation_policy = Política de Monetização
document-developer_terms = Termos para Desenvolvedores
document-acceptable_use_policy = Política de Uso Aceitável

target-all = todas as plataformas
target-category = todas as plataformas da categoria { $category }

# Categories, by the names that the catalogue gives them; one without a name here keeps its own.
category-art = arte
category-audio = áudio
category-music = música
category-photo = fotografia
category-podcast = podcasts
category-portfolio = portfólios
category-social = redes sociais
category-stream = transmissões ao vivo
category-video = vídeo
category-writing = escrita

## Announcements

change-ai_training-introduced = { $platform } acrescentou ao documento { $document } que o conteúdo ou os dados dos usuários podem ser usados para treinar IA.
change-ai_training-expanded = { $platform } deu mais margem ao treinamento de IA no documento { $document }.
change-ai_training-restricted = { $platform } deu menos margem ao treinamento de IA no documento { $document }.
change-ai_training-clarified_not_used = { $platform } agora informa limites ao treinamento de IA no documento { $document }.
change-ai_training-optout_added = { $platform } acrescentou ao documento { $document } uma forma de se opor ao treinamento de IA.
change-ai_training-optout_removed = { $platform } retirou do documento { $document } uma forma de se opor ao treinamento de IA.
change-added = { $platform } acrescentou ao documento { $document } um texto sobre { $topic }.
change-removed = { $platform } retirou do documento { $document } um texto sobre { $topic }.
change-back = { $platform } recolocou no documento { $document } um texto sobre { $topic }.
change-reworded = { $platform } reformulou, no documento { $document }, o que diz sobre { $topic }.
change-other = { $platform } alterou o documento { $document }.
change-reverted = { $platform } reverteu uma alteração anterior do documento { $document }.

quote-added = Acrescentado
quote-removed = Retirado
quote-reworded = Reformulado
quote-was = Antes
quote-now = Agora
quote-except = Exceto
quotes-left = { $count ->
    [one] Mais um trecho mudou.
   *[other] Mais { $count } trechos mudaram.
}
quotes-thread = O texto completo está na conversa abaixo.

fact-effective = Em vigor a partir de
fact-dated = Data do documento
fact-seen = Primeira leitura
fact-severity = Nível
fact-also = Outros temas
change-silent = O texto mudou, mas não a data que a própria página informa.

link-document = Ler o documento
link-archive = Cópia arquivada
link-change = Antes e depois
footer-change = Citações copiadas no idioma original de { $host }, lidas em { $day }; o link leva à página como ela está agora. Resumo escrito por software. Não é aconselhamento jurídico.
footer-archived = Citações copiadas no idioma original do registro de um arquivo de { $host }, lidas em { $day }; os links levam ao registro e à página como estão agora. Resumo escrito por software. Não é aconselhamento jurídico.
detail-headline = Tudo o que mudou no documento { $document } de { $platform }, palavra por palavra.

story-headline = Notícia sobre { $platforms }: “{ $title }”
story-headline-open = Notícia: “{ $title }”
story-title = Notícias · { $source }
story-unconfirmed = Uma notícia da imprensa, ainda não confirmada no documento.
fact-published = Publicação
fact-about = Temas
link-story = Ler em { $source }
footer-story = Noticiado por { $source }. Não é aconselhamento jurídico.
digest-changes = { $count ->
    [one] { $count } alteração
   *[other] { $count } alterações
}
digest-reports = { $count ->
    [one] { $count } notícia
   *[other] { $count } notícias
}

## Digests, reminders and what follows an announcement

digest-headline = { $platforms ->
    [0] { $what }.
    [one] { $what } sobre uma plataforma.
   *[other] { $what } sobre { $platforms } plataformas.
}
digest-line = { $title } ({ $day }) – { $headline }
digest-rest = Chegou muita coisa de uma vez: os primeiros avisos vieram um a um; aqui está o resto, em resumo.
digest-footer = Resumo escrito por software. Não é aconselhamento jurídico.
reminder-headline = Em breve em { $platform }: { $day }.
reminder-headline-open = Em breve em { $platform }.
reminder-told = Primeira leitura em { $day }: { $headline }
reminder-footer = Lembrete de uma alteração já anunciada. Resumo escrito por software. Não é aconselhamento jurídico.
followup-taken-back = Revertido em { $day }.
followup-again = Mudou de novo em { $day }: { $headline }
followup-spoken = A empresa fez uma declaração ({ $day }); ela está mais abaixo.

## Guidance: what a creator can do

optout-account_toggle = Você pode desativar isso.
optout-per_item_toggle = Você pode desativar isso, para cada item separadamente.
optout-admin_only = Só quem é dono ou administra a conta pode desativar isso: peça a essa pessoa.
optout-email_request = Você pode se opor por e-mail. Guarde a resposta.
optout-objection_form = Você pode se opor por um formulário. O pedido pode ser recusado; guarde a confirmação.
optout-opt_in_default = Nada a fazer: fica desativado enquanto você não concordar.
optout-terms_prohibit = Nada a desativar: os termos prometem não fazer isso.
optout-site_signal = Você pode pedir aos rastreadores que não entrem; só os educados atendem.
optout-file_metadata = Você pode marcar seus arquivos; poucos serviços leem a marca, e muitas vezes o envio a apaga.
optout-limit_visibility = Não há configuração para isso. Você pode limitar quem vê suas obras, o que reduz o alcance.
optout-delete_or_leave = Não há configuração para isso. Só resta apagar suas obras ou sair; as cópias e os modelos treinados permanecem.
optout-negotiate = Não há configuração para isso. Depende de um acordo à parte: pergunte qual vale para você.
optout-none = Não encontramos nenhuma forma de se opor.
optout-unknown = Não sabemos se há alguma forma de se opor.

guidance-partly = Só em parte. { $lead }
guidance-partly-default = Só em parte: algumas coisas ficam desativadas enquanto você não concordar, e para o resto não encontramos nenhuma forma de se opor.
guidance-regional = Só em algumas regiões (em inglês: { $regions }). { $lead }

guidance-none-found = Procuramos uma configuração, um formulário e um endereço de contato, e não encontramos nada disso.
guidance-steps = O que fazer (em inglês)
guidance-where = Onde (em inglês)
guidance-deadline = Último dia
guidance-undone = Há uma promessa por escrito de desfazer o treinamento já feito.
guidance-not-undone = Isso interrompe o uso futuro; o treinamento já feito não é desfeito.
guidance-undone-unsaid = Trata-se do uso futuro; nada do que lemos diz que o treinamento já feito seja desfeito.
guidance-bound = Opor-se é um pedido a esta empresa. Não obriga outros que tenham cópias ou que façam scraping.
guidance-exempt = Seguem outras regras (leitura: { $day }; em inglês): { $exempt }
guidance-caveats = Observação, em inglês: { $caveats }
guidance-checked = Última verificação: { $day }.
guidance-checked-steps = Última verificação: { $day }; os nomes dos botões podem mudar.
guidance-earlier = Última verificação antes desta alteração, que pode tê-la deixado desatualizada ({ $day }): { $lead }
guidance-link = Onde fazer isso
statement = { $who }, { $day } (em inglês): { $claim } Isso é uma declaração, não uma cláusula.

## Answers

training-allowed = { $platform } pode treinar IA com o conteúdo ou os dados dos usuários.
training-opt_out = { $platform } pode treinar IA com o conteúdo ou os dados dos usuários, a menos que eles se oponham.
training-opt_in = { $platform } diz que só treina IA com o conteúdo dos usuários se eles concordarem, dentro dos limites indicados abaixo.
training-prohibited = { $platform } diz que não treina IA com o conteúdo dos usuários, dentro dos limites indicados abaixo.
training-unclear = { $platform } não diz claramente se treina IA com o conteúdo dos usuários.
training-unknown = Não sabemos o que { $platform } diz sobre o treinamento de IA.
policy-own = IA própria
policy-licensed = Licenciamento a terceiros
policy-scraping = Scraping por terceiros
policy-basis = Fonte
policy-as-of = Data da leitura
stance-allowed = permitido
stance-opt_out = permitido, a menos que você se oponha
stance-opt_in = só se você concordar
stance-prohibited = não permitido
stance-unclear = não está claro
basis-terms = seus termos
basis-privacy_policy = sua política de privacidade
basis-help_page = uma página de ajuda
basis-statement = uma declaração, não uma cláusula
policy-changes = Últimas alterações
policy-no-changes = Nenhuma alteração foi anunciada ainda.
policy-change = { $day }: { $change }
policy-documents = Documentos que lemos
policy-read = { $document }: lido pela última vez em { $day }
policy-unread = { $document }: ainda não lido
footer-answer = Informações conforme lidas nas datas indicadas. Não é aconselhamento jurídico.
answer-optout = { $platform }: { $lead }
answer-scope = Do que se trata (em inglês): { $scope }

found-all = { $count ->
    [one] Uma cláusula dos documentos de { $platform } contém { $words }.
   *[other] { $count } cláusulas dos documentos de { $platform } contêm { $words }.
}
found-some = Nenhuma cláusula dos documentos de { $platform } contém tudo isto: { $words }; { $count ->
    [one] uma cláusula contém
   *[other] { $count } cláusulas contêm
} uma parte.
find-none = Nenhuma cláusula dos documentos de { $platform } contém { $words }.
find-nothing-read = Nenhum documento de { $platform } foi lido ainda.
quoted = “{ $text }”
find-more = { $count ->
    [one] Mais uma cláusula foi encontrada.
   *[other] Mais { $count } cláusulas foram encontradas.
}
find-unread = Ainda não lido e, por isso, fora da busca: { $documents }
find-source = { $document } (lido em { $day })
find-footer = Citações copiadas no idioma original de: { $sources }. Não é aconselhamento jurídico.

changes-headline = { $count ->
    [0] Nenhuma alteração desse tipo foi anunciada.
    [one] Uma alteração foi anunciada.
   *[other] { $count } alterações foram anunciadas.
}
changes-days = { $count ->
    [one] último dia
   *[other] últimos { $count } dias
}
changes-line = { $day } · { $document } · { $severity }
changes-page = Página { $page } de { $pages }

watch-added = O canal agora acompanha { $name }.
watch-channel = recebe as alterações a partir de agora
watch-from-now = Nada anterior é publicado.
watch-topics = Temas
watch-topics-all = todos
watch-severity = Nível mínimo
watch-mention = Menção
watch-mention-chosen = conforme suas configurações
watch-removed = O canal não acompanha mais { $name }.
watch-missing = O canal não acompanha { $name }.
watch-narrowed = Em { $name } não se acompanha mais: { $topics }.
watch-narrow-missing = Em { $name } não se acompanha: { $topics }.
watch-paused = As mensagens estão pausadas.
watch-blocked = As mensagens estão em espera, porque falta algo: { $names }
watch-closed = { $name } foi excluído. O que ele acompanhava fica guardado até que você escolha outro canal.
list-headline = { $count ->
    [0] Nada é acompanhado aqui ainda.
    [one] Um canal acompanha plataformas.
   *[other] { $count } canais acompanham plataformas.
}
health-headline = Últimas leituras e alterações
health-troubles = Não lido ou retido no momento
health-unread = { $platform }: ainda não lido
health-unchanged = { $platform }: lido pela última vez em { $day }, nenhuma alteração anunciada ainda
health-changed = { $platform }: lido pela última vez em { $day }, última alteração em { $changed }
health-failing = { $document }: não pode ser lido ({ $reason }; { $count ->
    [one] uma tentativa
   *[other] { $count } tentativas
})
health-held = { $document }: retido, porque o que foi lido parece duvidoso ({ $reason })
site-answers = o site responde com o erro { $code }
unread-slow = o site demora demais para responder
unread-unreachable = não é possível acessar o site
unread-large = a página é grande demais
unread-empty = a página não mostra texto
unread-kind = o endereço não leva a uma página nem a um PDF
unread-pdf = não é possível ler o PDF
unread-own = as configurações do próprio bot impedem a leitura
unread-other = o motivo está no registro do bot
doubt-challenge = o site pede uma prova de que uma pessoa está lendo
doubt-login = o site pede para entrar na conta
doubt-consent = no lugar do texto há um aviso de consentimento
doubt-error = há uma mensagem de erro no texto ou no lugar dele
doubt-part = pode faltar uma parte do texto
doubt-garbled = a página pode ter sido montada com erros
doubt-language = o texto está em outro idioma
doubt-region = pode ser a edição de outra região
doubt-earlier = pode ser uma edição anterior
doubt-another = pode ser outro documento
doubt-other = o motivo está no registro do bot
list-channel = acompanha
list-row = { $name } ({ $topics }; nível { $severity } ou acima)
list-all-topics = todos os temas
list-row-role = { $row }, mencionando um cargo próprio
list-silent = não recebe mensagens no momento
help-headline = O Clausebell acompanha as letras miúdas das plataformas e conta a esta comunidade o que muda.
help-ask = Perguntar sobre uma plataforma
help-channel = Configurar este canal
help-stored = O que é armazenado
help-news = Um canal também recebe notícias. Acrescente “{ typed-no-news }” depois das plataformas para não recebê-las e “{ typed-news }” para voltar a recebê-las.
# What is typed for it after the platforms.
typed-news = notícias
typed-no-news = sem notícias
help-private = Em um canal privado, convide primeiro o app: /invite @Clausebell. Depois tudo funciona lá como nos outros, inclusive /clausebell settings.

## Buttons

button-change = O que mudou
button-optout = Opor-se
button-history = Histórico
button-remind = Lembre-me
button-share = Compartilhar no canal
button-unwatch = Parar de acompanhar { $name }
button-settings = Configurar
button-privacy = Privacidade
button-test = Enviar um teste
button-search = Buscar plataforma
button-find-channel = Buscar canal
button-find-role = Buscar cargo
button-earlier = Voltar
button-more = Mais
button-newer = Mais recentes
button-older = Mais antigas
button-pause = Pausar
button-resume = Retomar
button-erase = Apagar tudo
button-move = Escolher outro canal
button-text = Sua própria linha
ask-search = Nome de uma plataforma
ask-named = Nome de um canal ou cargo
ask-text = Sua linha acima de cada mensagem
passages-count = { $count ->
    [one] Um trecho mudou.
   *[other] { $count } trechos mudaram.
}
remind-headline = Você receberá uma mensagem direta sobre { $platform } em { $day }.
remind-how = Ela só chega se você aceita mensagens diretas aqui, e não se a alteração for revertida antes.
remind-nothing = Não sabemos de nenhuma data futura de { $platform } que possamos lembrar a você.

## Setting up

welcome-how = O Clausebell é discreto: uma mensagem só vem quando um documento mudou em algo que importa, com as palavras da plataforma. Quem administra este { -place } escolhe as plataformas e o canal.
welcome-ask = Qualquer pessoa pode perguntar: { -asking }
welcome-restored = { $count ->
    [one] As configurações de um canal foram mantidas e voltam a valer.
   *[other] As configurações de { $count } canais foram mantidas e voltam a valer.
}
welcome-privacy = Ele não lê mensagens. Das pessoas, só guarda os IDs de quem o configurou ou pediu um lembrete.
welcome-footer = Não é aconselhamento jurídico.
card-headline = O que este canal deve acompanhar?
card-channel = acompanha
card-nothing = nada ainda: escolha plataformas abaixo
card-lacks = O que falta para isso
card-text = Acima de cada mensagem
card-footer = Cada escolha é salva na hora. Outros canais podem ter configurações próprias.
pick-channel = Canal
pick-platforms = Plataformas
pick-topics = Temas; todos se nenhum for escolhido
pick-severity = Quais alterações
pick-news = Notícias
pick-cadence = Quando
pick-mention = Cargo a mencionar; ninguém se nenhum for escolhido
pick-extras = Com cada mensagem
least-minor = Todas as alterações de fundo
least-major = Alterações importantes e críticas
least-critical = Só alterações críticas
news-yes = Alterações e notícias
news-no = Só alterações, sem notícias
cadence-at_once = Na hora
cadence-daily = Uma mensagem por dia
cadence-weekly = Uma mensagem por semana
window = { $hours ->
    [0] Cada alteração de um documento é uma mensagem à parte
    [6] As alterações seguintes se juntam à primeira por seis horas
   *[24] As alterações seguintes se juntam à primeira por um dia
    [72] As alterações seguintes se juntam à primeira por três dias
    [168] As alterações seguintes se juntam à primeira por uma semana
}
extra-threads = Um tópico para conversar em cada mensagem
extra-detail = Detalhes e novidades em uma conversa
extra-publish = Publicar também para os canais que seguem, em canais de anúncios
extra-picture = Uma imagem do trecho reformulado
test-headline = Uma mensagem de teste foi enviada.
test-channel = a recebeu
test-quiet = Ninguém foi mencionado.
test-failed = A mensagem de teste não pôde ser enviada.
sample-title = Mensagem de teste
sample-headline = É aqui que o Clausebell publica os avisos.
sample-none = Quando um documento muda em algo que importa, aqui aparecem as palavras dele, a partir de quando valem e o que você pode fazer.
paused-headline = As mensagens estão pausadas.
paused-channel = está em pausa
paused-kept = O que ele acompanha é mantido; o que vier enquanto isso fica em espera.
resumed-headline = As mensagens foram retomadas.
resumed-channel = volta a receber mensagens
resumed-kept = O que estava em espera é publicado agora.
pause-nothing = O canal não acompanha nada, então não há o que pausar.
style-nothing = O canal ainda não acompanha nada. Escolha primeiro uma plataforma.
move-headline = Qual canal deve assumir isto?
move-what = O que { $name } acompanhava continua lá, com as mesmas configurações.
move-live = O que este canal acompanha continua lá e termina aqui.
privacy-headline = O que o Clausebell guarda sobre este { -place }
privacy-headline-person = O que o Clausebell guarda sobre você
privacy-channels = Canais com configurações
privacy-roles = Cargos, grupos ou pessoas a mencionar
privacy-people = Pessoas que fizeram as configurações
privacy-what = Ficam guardados os IDs deste { -place }, de canais, de cargos, grupos ou pessoas a mencionar e de quem fez as configurações, com as configurações; de um lembrete, quem o pediu e em que idioma.
privacy-kept = Se for removido deste { -place }, ele mantém as configurações por 30 dias, caso volte, e depois as apaga.
privacy-not-kept = Se for removido deste { -place }, ele apaga tudo na hora.
privacy-never = Nada mais é guardado sobre os membros, e as mensagens não são lidas nem guardadas.
privacy-person = Seu ID, se você configurou um canal ou pediu um lembrete: com as configurações, ou com o lembrete e seu idioma até o envio. Nada mais.
privacy-there = O que é guardado sobre um { -place }, e como apagar, aparece quando você pergunta lá.
privacy-shortcut = A única exceção: quando alguém pede pelo atalho que uma mensagem seja explicada, ela é lida pelos nomes e links que contém, e não é guardada.
privacy-erase = Quem administra este { -place } pode apagar tudo: { -erasing }
erase-headline = { $count ->
    [0] Apagar tudo o que está guardado sobre este { -place }?
    [one] Apagar as configurações de um canal e tudo o mais que está guardado sobre este { -place }?
   *[other] Apagar as configurações de { $count } canais e tudo o mais que está guardado sobre este { -place }?
}
erase-what = Nada disso é mantido, e nenhum canal recebe mensagens até ser configurado de novo.
erased-headline = Tudo o que estava guardado sobre este { -place } foi apagado.

## Home and forms in Slack

language-name = Português (Brasil)
home-first = O Clausebell toca quando as letras miúdas mudam.
home-first-what = Ele acompanha os termos e as políticas de privacidade e de IA das plataformas que criadores usam, e cita a cláusula que mudou.
home-first-quiet = É discreto: uma mensagem só vem quando algo que importa mudou, e nada vem duas vezes.
home-first-who = Escolha um canal do qual você faz parte e o que ele deve acompanhar.
home-help = Digite /clausebell help em qualquer canal: você verá o que pode ser perguntado, com exemplos.
home-private = Dos canais privados, só aparecem aqui os que você mesmo configurou, porque o Clausebell não pede para ver quem está neles. Digite /clausebell settings em um deles para configurá-lo.
home-within = Configure no próprio canal: digite lá /clausebell settings.
home-ask = Perguntas
home-edit = Configurações do canal { $channel }
home-more = { $count ->
    [one] e mais { $count }
   *[other] e mais { $count }
}
home-documents = Os documentos
home-looked = Os documentos foram consultados pela última vez { $ago }.
home-unread = Nenhum dos documentos foi consultado ainda.
home-fine = Todos puderam ser lidos.
home-who = Quem pode mudar as configurações
home-open = Qualquer membro de um canal pode mudar as configurações dele.
home-reserved = Só administradores e proprietários deste workspace podem mudar as configurações dos canais.
ago-minutes = { $count ->
    [0] agora mesmo
    [one] há um minuto
   *[other] há { $count } minutos
}
ago-hours = { $count ->
    [one] há uma hora
   *[other] há { $count } horas
}
ago-days = { $count ->
    [one] há um dia
   *[other] há { $count } dias
}
button-add = Adicionar a um canal
button-edit = Editar
button-reserve = Só administradores configuram
button-everyone = Membros podem configurar
pick-person = Pessoa a mencionar; ninguém se nenhuma for escolhida
pick-window = Quando um documento muda de novo
pick-call = Quem é chamado nas alterações críticas
hint-call = @here para quem estiver ativo, ou o ID de um grupo de usuários: abra-o no diretório do Slack e copie o ID no menu (⋯). Vazio: ninguém. Só os administradores veem este campo.
call-here = alterações críticas chamam quem estiver ativo
call-group = alterações críticas chamam um grupo de usuários
call-who = As alterações críticas chamam
call-active = quem estiver ativo
call-unnamed = um grupo de usuários
pick-locale = Idioma das mensagens
form-save = Salvar
form-next = Avançar
form-look = Consultar
form-close = Fechar
form-loading = Um momento…
answer-follows = Isto leva um momento. A resposta vem logo abaixo.
form-kept = Suas configurações foram salvas.
form-nothing = mais nada
explain-none = Esta mensagem não traz nem o nome nem um link de uma plataforma que acompanhamos.
explain-how = Para perguntar sobre uma plataforma: /clausebell policy e o nome dela.

## Errors

error-platform = Não há nenhuma plataforma chamada “{ $typed }” no catálogo.
error-platform-how = Confira a grafia. Todas as plataformas que podem ser acompanhadas estão em { -settings }.
error-near = Você quis dizer
error-option = { $option }: “{ $value }” não pode ser usado.
error-choices = Valores possíveis
named-topic = Tema
named-topics = Temas
named-only = Temas
named-severity = Nível mínimo
named-news = Notícias
named-cadence = Quando as mensagens chegam
named-platforms = Plataformas
named-extras = Com cada mensagem
named-locale = Idioma
named-window = Quando um documento muda de novo
named-days = Dias
named-words = Palavras buscadas
named-what = Opção
error-change = Essa alteração não é mais conhecida aqui.
error-stale = Este botão é de uma versão anterior. Use o próprio comando.
error-needs-manage_server = Para isso você precisa da permissão para gerenciar este { -place }.
error-needs-member = Só quem está em um canal pode mudar as configurações dele; as de um canal privado, no próprio canal, com /clausebell settings.
error-needs-workspace_admin = Só administradores e proprietários deste workspace podem fazer isso. Fale com um deles.
error-no-platform = Escolha pelo menos uma plataforma.
error-call = “{ $value }” não chama ninguém. Digite @here, ou o ID de um grupo de usuários, que começa com S: abra o grupo no diretório do Slack e copie o ID no menu (⋯).
error-passing = Algo não está funcionando no momento. Tente de novo em alguns minutos.
error-lasting = Não deu certo. Quem mantém este bot pode ver o motivo no registro dele.
error-blocked = O Clausebell não consegue publicar em um canal que você configurou. Falta ali: { $names }.
error-blocked-channel = é o canal
error-blocked-kept = Suas configurações foram mantidas. O que há para avisar fica em espera, e é publicado quando não faltar mais nada.
closed-headline = Um canal que você configurou para o Clausebell foi excluído: { $name }
closed-kept = O que ele acompanhava fica guardado. Nada é avisado até que você escolha outro canal.
closed-erased = O que ele acompanhava foi apagado. Para continuar em outro lugar, configure outro canal.
lack-in = ainda precisa de
lack-remedy = Quem gerencia o canal pode conceder: Editar canal › Permissões › Clausebell.
lack-view_channel = Ver canal
lack-send_messages = Enviar mensagens
lack-create_posts = Criar publicações
lack-send_messages_in_threads = Enviar mensagens em tópicos
lack-create_public_threads = Criar tópicos públicos
lack-manage_threads = Gerenciar tópicos (o tópico está trancado)
lack-embed_links = Inserir links (sem isso, as mensagens vêm como texto simples)
lack-attach_files = Anexar arquivos (para a imagem)
lack-tag = uma tag: as publicações deste fórum pedem uma, e não há nenhuma que qualquer pessoa possa usar
lack-messages = um lugar para mensagens: escolha um canal de texto, um fórum ou um tópico
lack-invitation = um convite: digite /invite @Clausebell no canal
lack-archive = sair do arquivo: o canal está arquivado
lack-leave = permissão para publicar lá: peça a um administrador do workspace
lack-network = a admissão da rede dele: o workspace só aceita apps de certas redes
lack-scope = uma permissão do app: instale-o de novo, com tudo o que pede
lack-token = um token que o Slack aceite: o app precisa ser instalado de novo
lacks-role = permissão para mencionar @{ $name }: permita que qualquer pessoa mencione este cargo, nas configurações do servidor
lack-mention = outro cargo a mencionar: o escolhido não existe mais
lack-channel = o canal: ele não existe mais
lack-answer = uma resposta { -from-chat }: tente de novo em alguns minutos

## Commands: one line of at most 100 characters each, as chats show it

command-policy = O que os textos de uma plataforma dizem sobre IA e suas obras, e o que mudou há pouco
command-optout = Como se opor ao treinamento de IA de uma plataforma, ou que não há como
command-watch = Avisar este canal quando as letras miúdas de uma plataforma mudarem
command-unwatch = Deixar de avisar este canal sobre uma plataforma ou alguns de seus temas
command-list = { CHAT() ->
    [slack] O que este canal acompanha
   *[discord] O que os canais daqui acompanham
}
command-changes = Últimas alterações, de uma plataforma, de um tema ou de tudo
command-find = Procurar palavras nos textos atuais de uma plataforma
command-pause = Pausar as mensagens de um canal, mantendo o que ele acompanha
command-resume = Retomar as mensagens de um canal
command-test = Publicar uma mensagem de teste no canal, sem mencionar ninguém
command-settings = Escolher canal, plataformas, temas e nível em um só lugar
command-style = Como um canal é avisado: quando, quem mencionar, tópicos, imagens, sua própria linha
command-privacy = O que o Clausebell guarda sobre esta comunidade, e como apagar
command-erase = Apagar tudo o que o Clausebell guarda sobre esta comunidade

option-platform = Nome da plataforma, ou o que você lembra dele
option-channel = Canal onde publicar; este, se nenhum for indicado
option-severity = Nível mínimo dos avisos
option-topics = Temas dos avisos, separados por vírgulas; todos, se nenhum for indicado
option-only = Só estes temas, separados por vírgulas; a plataforma inteira, se nenhum for indicado
option-role = Cargo a mencionar em cada mensagem; @everyone para nenhum
option-words = Palavras a procurar
option-days = Quantos dias para trás
option-topic = Um tema
option-news = Avisar também sobre notícias das plataformas, além das alterações; vale para o canal inteiro
option-cadence = Quando as mensagens chegam
option-language = O idioma das mensagens
option-threads = Um tópico para conversar em cada mensagem
option-publish = Publicar também para os canais que seguem, em canais de anúncios
option-picture = Uma imagem do trecho reformulado
option-text = Sua própria linha acima de cada mensagem; - para nenhuma

## Installing in Slack

slack-installed = O Clausebell está instalado em { $workspace }.
slack-installed-next = Digite /clausebell help em qualquer canal para ver o que ele faz. Um canal é avisado das alterações assim que alguém digita ali /clausebell watch e o nome de uma plataforma.
slack-installed-privacy = Ele não lê mensagens, exceto a que alguém pede para explicar. O que ele guarda e como apagar: /clausebell privacy.
slack-open = Abrir o Clausebell no Slack
slack-open-browser = Abrir no navegador
slack-add-workspaces = Escolher os workspaces
slack-not-installed = O Clausebell não foi instalado.
slack-not-installed-cancelled = Você decidiu não instalar, e nada foi guardado.
slack-not-installed-stale = Este link foi aberto em outro navegador, já tinha sido usado ou esperou mais de dez minutos. Comece de novo.
slack-not-installed-refused = O Slack não aceitou a instalação. Comece de novo; se falhar outra vez, avise quem administra este Clausebell.
slack-not-installed-passing = Algo não está funcionando no momento. Tente de novo em alguns minutos.
slack-install-again = Instalar o Clausebell

## O site

site-add = Adicionar ao { $chat }
screen-announcement = Uma mensagem no { $chat }: a cláusula nas palavras da plataforma, o que foi reformulado em destaque, desde quando vale, o que se pode fazer, e botões para saber mais.
screen-setup = O cartão no { $chat } em que um administrador escolhe canal, plataformas, temas, nível e quando ser avisado.
screen-home = O início do app no { $chat }: o que cada canal acompanha, as últimas alterações e quando os documentos foram consultados pela última vez.
site-feed = Feed
site-write = Escreva para nós
site-advice = O que você pode fazer
site-read = Lido pela última vez em { $day }
site-unread = Ainda não lido
site-missing = Não há nenhuma página neste endereço.
site-stored = Os tokens dos workspaces do Slack são guardados criptografados; qual anúncio virou qual mensagem, por 90 dias, sob um resumo criptográfico do ID do canal.
site-visitors = As visitas a estas páginas não são contadas. Elas não usam cookies nem carregam nada de outros lugares; a instalação no Slack grava um cookie, por dez minutos.
