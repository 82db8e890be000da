# Spanish, as it is understood on both sides of the Atlantic. Readers are addressed as "tú", as in Discord and Slack.
# Names of documents are of either number and gender, and may come in English, so they stand behind "documento".

## Words

day = { $day }
first-day = 1
month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
comma = { ", " }
all-of = { $first } y { $last }
colon = { ": " }
-place = { CHAT() ->
    [slack] espacio de trabajo
   *[discord] servidor
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

severity-critical = crítico
severity-major = importante
severity-minor = menor
severity-none = ninguno

topic-ai_training = Entrenamiento de IA
topic-content_license = Licencia sobre tu contenido
topic-ownership_ip = Propiedad
topic-monetization_fees = Tarifas y pagos
topic-data_sharing_sale = Cesión y venta de datos
topic-data_collection = Recopilación de datos
topic-biometrics = Datos faciales y de voz
topic-arbitration_disputes = Arbitraje y litigios
topic-liability_warranty = Responsabilidad
topic-termination_moderation = Moderación y cierre de cuentas
topic-minors_age = Edad y menores
topic-copyright_dmca = Reclamaciones de derechos de autor
topic-acceptable_use = Normas de uso
topic-changes_to_terms = Cambios en las condiciones
topic-governing_law = Ley aplicable y tribunales
topic-advertising = Publicidad
topic-account_security = Seguridad de la cuenta
topic-opt_out_rights = Formas de oponerse

# The same within a sentence, behind "sobre".
about-ai_training = el entrenamiento de IA
about-content_license = la licencia del contenido de los usuarios
about-ownership_ip = la propiedad de las obras y los derechos
about-monetization_fees = las tarifas y los pagos
about-data_sharing_sale = la cesión y venta de datos
about-data_collection = la recopilación de datos
about-biometrics = los datos faciales y de voz
about-arbitration_disputes = el arbitraje y los litigios
about-liability_warranty = la responsabilidad
about-termination_moderation = la moderación y el cierre de cuentas
about-minors_age = la edad y los menores
about-copyright_dmca = las reclamaciones de derechos de autor
about-acceptable_use = los usos permitidos y prohibidos
about-changes_to_terms = cómo pueden cambiar las condiciones
about-governing_law = la ley aplicable y los tribunales competentes
about-advertising = la publicidad
about-account_security = la seguridad de la cuenta
about-opt_out_rights = las formas de oponerse

document-terms_of_service = Condiciones del servicio
document-privacy_policy = Política de privacidad
document-community_guidelines = Normas de la comunidad
document-content_monetisation_policy = Política de monetización
document-developer_terms = Condiciones para desarrolladores
document-acceptable_use_policy = Política de uso aceptable

target-all = todas las plataformas
target-category = todas las plataformas de la categoría { $category }

# Categories, by the names that the catalogue gives them; one without a name here keeps its own.
category-art = arte
category-audio = audio
category-music = música
category-photo = fotografía
category-podcast = pódcasts
category-portfolio = portafolios
category-social = redes sociales
category-stream = transmisiones en directo
category-video = video
category-writing = escritura

## Announcements

change-ai_training-introduced = { $platform } añadió al documento { $document } que el contenido o los datos de los usuarios pueden usarse para entrenar IA.
change-ai_training-expanded = { $platform } dio más margen al entrenamiento de IA en el documento { $document }.
change-ai_training-restricted = { $platform } dio menos margen al entrenamiento de IA en el documento { $document }.
change-ai_training-clarified_not_used = { $platform } ahora indica límites al entrenamiento de IA en el documento { $document }.
change-ai_training-optout_added = { $platform } añadió al documento { $document } una forma de oponerse al entrenamiento de IA.
change-ai_training-optout_removed = { $platform } quitó del documento { $document } una forma de oponerse al entrenamiento de IA.
change-added = { $platform } añadió al documento { $document } texto sobre { $topic }.
change-removed = { $platform } quitó del documento { $document } texto sobre { $topic }.
change-back = { $platform } volvió a incluir en el documento { $document } texto sobre { $topic }.
change-reworded = { $platform } reformuló, en el documento { $document }, lo que dice sobre { $topic }.
change-other = { $platform } cambió el documento { $document }.
change-reverted = { $platform } revirtió un cambio anterior del documento { $document }.

quote-added = Añadido
quote-removed = Eliminado
quote-reworded = Reformulado
quote-was = Antes
quote-now = Ahora
quote-except = Excepto
quotes-left = { $count ->
    [one] Cambió un pasaje más.
   *[other] Cambiaron { $count } pasajes más.
}
quotes-thread = El texto completo está en el hilo de abajo.

fact-effective = En vigor desde
fact-dated = Fecha del documento
fact-seen = Visto por primera vez
fact-severity = Nivel
fact-also = Otros temas
change-silent = El texto cambió, pero no la fecha que la propia página indica.

link-document = Leer el documento
link-archive = Copia archivada
link-change = Antes y después
footer-change = Citas copiadas en su idioma original de { $host }, leídas el { $day }; el enlace lleva a la página tal como está ahora. Resumen escrito por software. No es asesoramiento legal.
footer-archived = Citas copiadas en su idioma original del registro de un archivo de { $host }, leídas el { $day }; los enlaces llevan al registro y a la página tal como están ahora. Resumen escrito por software. No es asesoramiento legal.
detail-headline = Todo lo que cambió en el documento { $document } de { $platform }, palabra por palabra.

story-headline = Noticia sobre { $platforms }: «{ $title }»
story-headline-open = Noticia: «{ $title }»
story-title = Noticias · { $source }
story-unconfirmed = Una noticia de prensa, aún sin confirmar en el documento.
fact-published = Publicado
fact-about = Temas
link-story = Leer en { $source }
footer-story = Publicado por { $source }. No es asesoramiento legal.
digest-changes = { $count ->
    [one] { $count } cambio
   *[other] { $count } cambios
}
digest-reports = { $count ->
    [one] { $count } noticia
   *[other] { $count } noticias
}

## Digests, reminders and what follows an announcement

digest-headline = { $platforms ->
    [0] { $what }.
    [one] { $what } sobre una plataforma.
   *[other] { $what } sobre { $platforms } plataformas.
}
digest-line = { $title } ({ $day }) – { $headline }
digest-rest = Llegó mucho a la vez: los primeros avisos se publicaron uno a uno; aquí está el resto, en breve.
digest-footer = Resumen escrito por software. No es asesoramiento legal.
reminder-headline = Próximamente en { $platform }: { $day }.
reminder-headline-open = Próximamente en { $platform }.
reminder-told = Visto por primera vez el { $day }: { $headline }
reminder-footer = Recordatorio de un cambio ya anunciado. Resumen escrito por software. No es asesoramiento legal.
followup-taken-back = Revertido el { $day }.
followup-again = Cambió de nuevo el { $day }: { $headline }
followup-spoken = La empresa hizo una declaración ({ $day }); figura más abajo.

## Guidance: what a creator can do

optout-account_toggle = Puedes desactivarlo.
optout-per_item_toggle = Puedes desactivarlo, para cada elemento por separado.
optout-admin_only = Solo quien posee o administra la cuenta puede desactivarlo: pídeselo.
optout-email_request = Puedes oponerte por correo electrónico. Guarda la respuesta.
optout-objection_form = Puedes oponerte con un formulario. Pueden rechazarlo; guarda la confirmación.
optout-opt_in_default = No hay que hacer nada: está desactivado mientras no lo aceptes.
optout-terms_prohibit = No hay nada que desactivar: las condiciones prometen no hacerlo.
optout-site_signal = Puedes pedir a los rastreadores que no entren; solo los respetuosos hacen caso.
optout-file_metadata = Puedes marcar tus archivos; pocos servicios leen la marca, y al subirlos muchas veces se borra.
optout-limit_visibility = No hay ningún ajuste para eso. Puedes limitar quién ve tus obras, lo que resta alcance.
optout-delete_or_leave = No hay ningún ajuste para eso. Solo queda borrar tus obras o irte; las copias y los modelos entrenados permanecen.
optout-negotiate = No hay ningún ajuste para eso. Depende de un acuerdo aparte: pregunta cuál se te aplica.
optout-none = No encontramos ninguna forma de oponerse.
optout-unknown = No sabemos si hay alguna forma de oponerse.

guidance-partly = Solo en parte. { $lead }
guidance-partly-default = Solo en parte: algunas cosas están desactivadas mientras no las aceptes, y para el resto no encontramos ninguna forma de oponerse.
guidance-regional = Solo en algunas regiones (en inglés: { $regions }). { $lead }

guidance-none-found = Buscamos un ajuste, un formulario y una dirección de contacto, y no encontramos ninguno.
guidance-steps = Qué hacer (en inglés)
guidance-where = Dónde (en inglés)
guidance-deadline = Último día
guidance-undone = Hay una promesa escrita de deshacer el entrenamiento ya hecho.
guidance-not-undone = Detiene el uso futuro; el entrenamiento ya hecho no se deshace.
guidance-undone-unsaid = Se trata del uso futuro; nada de lo que leímos dice que el entrenamiento ya hecho se deshaga.
guidance-bound = Oponerse es una petición a esta empresa. No obliga a otros que tengan copias o que hagan scraping.
guidance-exempt = Se rigen por otras reglas (leído: { $day }; en inglés): { $exempt }
guidance-caveats = Además, en inglés: { $caveats }
guidance-checked = Última comprobación: { $day }.
guidance-checked-steps = Última comprobación: { $day }; los nombres de los botones pueden cambiar.
guidance-earlier = Comprobado por última vez antes de este cambio, que puede haberlo dejado anticuado ({ $day }): { $lead }
guidance-link = Dónde se hace
statement = { $who }, { $day } (en inglés): { $claim } Eso es una declaración, no una cláusula.

## Answers

training-allowed = { $platform } puede entrenar IA con el contenido o los datos de los usuarios.
training-opt_out = { $platform } puede entrenar IA con el contenido o los datos de los usuarios, salvo que se opongan.
training-opt_in = { $platform } dice que entrena IA con el contenido de los usuarios solo si lo aceptan, dentro de los límites indicados abajo.
training-prohibited = { $platform } dice que no entrena IA con el contenido de los usuarios, dentro de los límites indicados abajo.
training-unclear = { $platform } no dice con claridad si entrena IA con el contenido de los usuarios.
training-unknown = No sabemos qué dice { $platform } sobre el entrenamiento de IA.
policy-own = IA propia
policy-licensed = Licencias a terceros
policy-scraping = Scraping por terceros
policy-basis = Fuente
policy-as-of = Fecha de lectura
stance-allowed = permitido
stance-opt_out = permitido, salvo que te opongas
stance-opt_in = solo si lo aceptas
stance-prohibited = no permitido
stance-unclear = no está claro
basis-terms = sus condiciones
basis-privacy_policy = su política de privacidad
basis-help_page = una página de ayuda
basis-statement = una declaración, no una cláusula
policy-changes = Últimos cambios
policy-no-changes = Aún no se ha anunciado ningún cambio.
policy-change = { $day }: { $change }
policy-documents = Documentos que leemos
policy-read = { $document }: leído por última vez el { $day }
policy-unread = { $document }: aún sin leer
footer-answer = Datos según lo leído en las fechas indicadas. No es asesoramiento legal.
answer-optout = { $platform }: { $lead }
answer-scope = De qué se trata (en inglés): { $scope }

found-all = { $count ->
    [one] Una cláusula de los documentos de { $platform } contiene { $words }.
   *[other] { $count } cláusulas de los documentos de { $platform } contienen { $words }.
}
found-some = Ninguna cláusula de los documentos de { $platform } contiene todo esto: { $words }; { $count ->
    [one] una cláusula contiene
   *[other] { $count } cláusulas contienen
} una parte.
find-none = Ninguna cláusula de los documentos de { $platform } contiene { $words }.
find-nothing-read = Aún no se ha leído ningún documento de { $platform }.
quoted = «{ $text }»
find-more = { $count ->
    [one] Se encontró una cláusula más.
   *[other] Se encontraron { $count } cláusulas más.
}
find-unread = Aún sin leer y por eso fuera de la búsqueda: { $documents }
find-source = { $document } (leído el { $day })
find-footer = Citas copiadas en su idioma original de: { $sources }. No es asesoramiento legal.

changes-headline = { $count ->
    [0] No se anunció ningún cambio de este tipo.
    [one] Se anunció un cambio.
   *[other] Se anunciaron { $count } cambios.
}
changes-days = { $count ->
    [one] último día
   *[other] últimos { $count } días
}
changes-line = { $day } · { $document } · { $severity }
changes-page = Página { $page } de { $pages }

watch-added = El canal ahora sigue { $name }.
watch-channel = recibe los cambios a partir de ahora
watch-from-now = No se publica nada anterior.
watch-topics = Temas
watch-topics-all = todos
watch-severity = Nivel mínimo
watch-mention = Mención
watch-mention-chosen = según tus ajustes
watch-removed = El canal ya no sigue { $name }.
watch-missing = El canal no sigue { $name }.
watch-narrowed = En { $name } ya no se sigue: { $topics }.
watch-narrow-missing = En { $name } no se sigue: { $topics }.
watch-paused = Los mensajes están en pausa.
watch-blocked = Los mensajes están en espera, porque falta algo: { $names }
watch-closed = { $name } se eliminó. Lo que seguía se conserva hasta que elijas otro canal.
list-headline = { $count ->
    [0] Aquí aún no se sigue nada.
    [one] Un canal sigue plataformas.
   *[other] { $count } canales siguen plataformas.
}
health-headline = Últimas lecturas y últimos cambios
health-troubles = Sin leer o retenido por ahora
health-unread = { $platform }: aún sin leer
health-unchanged = { $platform }: leído por última vez el { $day }, aún sin cambios anunciados
health-changed = { $platform }: leído por última vez el { $day }, último cambio el { $changed }
health-failing = { $document }: no se puede leer ({ $reason }; { $count ->
    [one] un intento
   *[other] { $count } intentos
})
health-held = { $document }: retenido, porque lo leído parece dudoso ({ $reason })
site-answers = el sitio responde con el error { $code }
unread-slow = el sitio tarda demasiado en responder
unread-unreachable = no se puede acceder al sitio
unread-large = la página es demasiado grande
unread-empty = la página no muestra texto
unread-kind = la dirección no lleva a una página ni a un PDF
unread-pdf = el PDF no se puede leer
unread-own = lo impiden los ajustes del propio bot
unread-other = el motivo está en el registro del bot
doubt-challenge = el sitio pide una prueba de que lee una persona
doubt-login = el sitio pide iniciar sesión
doubt-consent = en lugar del texto hay un aviso de consentimiento
doubt-error = hay un mensaje de error en el texto o en su lugar
doubt-part = puede que falte una parte del texto
doubt-garbled = puede que la página esté mal compuesta
doubt-language = el texto está en otro idioma
doubt-region = puede que sea la edición de otra región
doubt-earlier = puede que sea una edición anterior
doubt-another = puede que sea otro documento
doubt-other = el motivo está en el registro del bot
list-channel = sigue
list-row = { $name } ({ $topics }; nivel { $severity } o superior)
list-all-topics = todos los temas
list-row-role = { $row }, mencionando un rol propio
list-silent = no recibe mensajes por ahora
help-headline = Clausebell vigila la letra pequeña de las plataformas y cuenta a esta comunidad qué cambia.
help-ask = Preguntar por una plataforma
help-channel = Configurar este canal
help-stored = Lo que se guarda
help-news = Un canal recibe también noticias. Añade «{ typed-no-news }» tras las plataformas para no recibirlas y «{ typed-news }» para volver a recibirlas.
# What is typed for it after the platforms.
typed-news = noticias
typed-no-news = sin noticias
help-private = En un canal privado, invita primero a la aplicación: /invite @Clausebell. Después todo funciona allí como en los demás, también /clausebell settings.

## Buttons

button-change = Qué cambió
button-optout = Oponerse
button-history = Historial
button-remind = Recordármelo
button-share = Compartir en el canal
button-unwatch = Dejar de seguir { $name }
button-settings = Configurar
button-privacy = Privacidad
button-test = Enviar una prueba
button-search = Buscar plataforma
button-find-channel = Buscar canal
button-find-role = Buscar rol
button-earlier = Atrás
button-more = Más
button-newer = Más recientes
button-older = Más antiguos
button-pause = Pausar
button-resume = Reanudar
button-erase = Borrar todo
button-move = Elegir otro canal
button-text = Tu propia línea
ask-search = Nombre de una plataforma
ask-named = Nombre de un canal o rol
ask-text = Tu línea encima de cada mensaje
passages-count = { $count ->
    [one] Cambió un pasaje.
   *[other] Cambiaron { $count } pasajes.
}
remind-headline = Recibirás un mensaje directo sobre { $platform } el { $day }.
remind-how = Llega solo si aceptas mensajes directos aquí, y no si antes se revierte el cambio.
remind-nothing = No conocemos ninguna fecha próxima de { $platform } que podamos recordarte.

## Setting up

welcome-how = Clausebell es discreto: solo llega un mensaje cuando un documento cambió en algo que importa, con las palabras de la plataforma. Quien administra este { -place } elige las plataformas y el canal.
welcome-ask = Cualquiera puede preguntar: { -asking }
welcome-restored = { $count ->
    [one] Los ajustes de un canal se habían conservado y vuelven a aplicarse.
   *[other] Los ajustes de { $count } canales se habían conservado y vuelven a aplicarse.
}
welcome-privacy = No lee mensajes. De las personas solo guarda los ID de quienes lo configuraron o pidieron un recordatorio.
welcome-footer = No es asesoramiento legal.
card-headline = ¿Qué debe seguir este canal?
card-channel = sigue
card-nothing = nada todavía: elige plataformas abajo
card-lacks = Lo que falta para eso
card-text = Encima de cada mensaje
card-footer = Cada opción se guarda al instante. Otros canales pueden tener sus propios ajustes.
pick-channel = Canal
pick-platforms = Plataformas
pick-topics = Temas; todos si no eliges ninguno
pick-severity = Qué cambios
pick-news = Noticias
pick-cadence = Cuándo
pick-mention = Rol que se menciona; nadie si no eliges ninguno
pick-extras = Con cada mensaje
least-minor = Todos los cambios de fondo
least-major = Cambios importantes y críticos
least-critical = Solo cambios críticos
news-yes = Cambios y noticias
news-no = Solo cambios, sin noticias
cadence-at_once = Al instante
cadence-daily = Un mensaje al día
cadence-weekly = Un mensaje a la semana
window = { $hours ->
    [0] Cada cambio de un documento es un mensaje aparte
    [6] Los cambios siguientes se unen al primero durante seis horas
   *[24] Los cambios siguientes se unen al primero durante un día
    [72] Los cambios siguientes se unen al primero durante tres días
    [168] Los cambios siguientes se unen al primero durante una semana
}
extra-threads = Un hilo de conversación bajo cada mensaje
extra-detail = Detalles y novedades en un hilo
extra-publish = Publicar también para los canales que los siguen, en canales de anuncios
extra-picture = Una imagen del pasaje reformulado
test-headline = Se envió un mensaje de prueba.
test-channel = lo recibió
test-quiet = No se mencionó a nadie.
test-failed = No se pudo enviar el mensaje de prueba.
sample-title = Mensaje de prueba
sample-headline = Aquí publica Clausebell sus avisos.
sample-none = Cuando un documento cambia en algo que importa, aquí aparecen sus palabras, desde cuándo se aplican y qué puedes hacer.
paused-headline = Los mensajes están en pausa.
paused-channel = está en pausa
paused-kept = Lo que sigue se conserva; lo que llegue mientras tanto queda en espera.
resumed-headline = Los mensajes se reanudan.
resumed-channel = vuelve a recibir mensajes
resumed-kept = Lo que estaba en espera se publica ahora.
pause-nothing = El canal no sigue nada, así que no hay nada que pausar.
style-nothing = El canal no sigue nada todavía. Elige primero una plataforma.
move-headline = ¿Qué canal debe tomar el relevo?
move-what = Lo que seguía { $name } continúa allí, con los mismos ajustes.
move-live = Lo que sigue este canal continúa allí y termina aquí.
privacy-headline = Lo que Clausebell guarda de este { -place }
privacy-headline-person = Lo que Clausebell guarda de ti
privacy-channels = Canales con ajustes
privacy-roles = Roles, grupos o personas que se mencionan
privacy-people = Personas que hicieron los ajustes
privacy-what = Se guardan los ID de este { -place }, de canales, de roles, grupos o personas que se mencionan y de quienes hicieron los ajustes, junto con los ajustes; de un recordatorio, quién lo pidió y en qué idioma.
privacy-kept = Si se quita de este { -place }, conserva los ajustes 30 días por si vuelve, y luego los borra.
privacy-not-kept = Si se quita de este { -place }, borra todo al instante.
privacy-never = No se guarda nada más de los miembros, y los mensajes no se leen ni se guardan.
privacy-person = Tu ID, si configuraste un canal o pediste un recordatorio: con los ajustes, o con el recordatorio y su idioma hasta que se envía. Nada más.
privacy-there = Lo que se guarda de un { -place }, y cómo borrarlo, se ve al preguntar allí.
privacy-shortcut = La única excepción: cuando alguien pide con el atajo que se le explique un mensaje, este se lee por los nombres y enlaces que contiene, y no se guarda.
privacy-erase = Quien administra este { -place } puede borrarlo todo: { -erasing }
erase-headline = { $count ->
    [0] ¿Borrar todo lo que se guarda de este { -place }?
    [one] ¿Borrar los ajustes de un canal y todo lo demás que se guarda de este { -place }?
   *[other] ¿Borrar los ajustes de { $count } canales y todo lo demás que se guarda de este { -place }?
}
erase-what = No se conserva nada de ello, y ningún canal recibe mensajes hasta que se configure de nuevo.
erased-headline = Se borró todo lo que se guardaba de este { -place }.

## Home and forms in Slack

language-name = Español
home-first = Clausebell suena cuando cambia la letra pequeña.
home-first-what = Sigue las condiciones y las políticas de privacidad y de IA de las plataformas que usan los creadores, y cita la cláusula que cambió.
home-first-quiet = Es discreto: solo llega un mensaje cuando cambió algo que importa, y nada llega dos veces.
home-first-who = Elige un canal del que seas miembro y qué debe seguir.
home-help = Escribe /clausebell help en cualquier canal: verás qué se puede preguntar, con ejemplos.
home-private = De los canales privados solo aparecen aquí los que configuraste tú, porque Clausebell no pide ver quién está en ellos. Escribe /clausebell settings en uno para configurarlo.
home-within = Configúralo desde el propio canal: escribe allí /clausebell settings.
home-ask = Preguntas
home-edit = Ajustes del canal { $channel }
home-more = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}
home-documents = Los documentos
home-looked = Los documentos se revisaron por última vez { $ago }.
home-unread = Aún no se ha revisado ninguno de los documentos.
home-fine = Todos se pudieron leer.
home-who = Quién puede cambiar los ajustes
home-open = Cualquier miembro de un canal puede cambiar los ajustes del canal.
home-reserved = Solo los administradores y propietarios de este espacio de trabajo pueden cambiar los ajustes de sus canales.
ago-minutes = { $count ->
    [0] ahora mismo
    [one] hace un minuto
   *[other] hace { $count } minutos
}
ago-hours = { $count ->
    [one] hace una hora
   *[other] hace { $count } horas
}
ago-days = { $count ->
    [one] hace un día
   *[other] hace { $count } días
}
button-add = Añadir a un canal
button-edit = Editar
button-reserve = Ajustes solo para administradores
button-everyone = Ajustes para todos los miembros
pick-person = Persona que se menciona; nadie si no eliges ninguna
pick-window = Cuando un documento vuelve a cambiar
pick-call = A quién se llama en los cambios críticos
hint-call = @here para quienes estén activos, o el ID de un grupo de usuarios: ábrelo en el directorio de Slack y copia su ID del menú (⋯). Vacío: nadie. Solo los administradores ven este campo.
call-here = los cambios críticos llaman a quienes estén activos
call-group = los cambios críticos llaman a un grupo de usuarios
call-who = Los cambios críticos llaman
call-active = a quienes estén activos
call-unnamed = a un grupo de usuarios
pick-locale = Idioma de los mensajes
form-save = Guardar
form-next = Siguiente
form-look = Consultar
form-close = Cerrar
form-loading = Un momento…
answer-follows = Esto tarda un momento. La respuesta llega aquí debajo.
form-kept = Tus ajustes están guardados.
form-nothing = ya nada
explain-none = Este mensaje no nombra ni enlaza ninguna plataforma que sigamos.
explain-how = Para preguntar por una plataforma: /clausebell policy y su nombre.

## Errors

error-platform = No hay ninguna plataforma llamada «{ $typed }» en el catálogo.
error-platform-how = Comprueba cómo se escribe. Todas las plataformas que se pueden seguir están en { -settings }.
error-near = ¿Quisiste decir…?
error-option = { $option }: «{ $value }» no se puede usar.
error-choices = Valores posibles
named-topic = Tema
named-topics = Temas
named-only = Temas
named-severity = Nivel mínimo
named-news = Noticias
named-cadence = Cuándo llegan los mensajes
named-platforms = Plataformas
named-extras = Con cada mensaje
named-locale = Idioma
named-window = Cuando un documento vuelve a cambiar
named-days = Días
named-words = Palabras buscadas
named-what = Opción
error-change = Ese cambio ya no se conoce aquí.
error-stale = Este botón es de una versión anterior. Usa en su lugar el comando.
error-needs-manage_server = Para esto necesitas el permiso de gestionar este { -place }.
error-needs-member = Solo quienes están en un canal pueden cambiar los ajustes del canal; los de un canal privado, desde el propio canal, con /clausebell settings.
error-needs-workspace_admin = Solo los administradores y propietarios de este espacio de trabajo pueden hacerlo. Pídeselo a uno de ellos.
error-no-platform = Elige al menos una plataforma.
error-call = «{ $value }» no llama a nadie. Escribe @here, o el ID de un grupo de usuarios, que empieza por S: abre el grupo en el directorio de Slack y cópialo del menú (⋯).
error-passing = Algo no funciona en este momento. Inténtalo de nuevo en unos minutos.
error-lasting = No ha funcionado. Quienes administran este bot pueden ver el motivo en su registro.
error-blocked = Clausebell no puede publicar en un canal que configuraste. Allí falta: { $names }.
error-blocked-channel = es el canal
error-blocked-kept = Tus ajustes se conservan. Lo que haya que avisar queda en espera, y se publica cuando ya no falte nada.
closed-headline = Se eliminó un canal que configuraste para Clausebell: { $name }
closed-kept = Lo que seguía se conserva. No se avisa de nada hasta que elijas otro canal.
closed-erased = Lo que seguía se borró. Para continuar en otro lugar, configura otro canal.
lack-in = todavía necesita
lack-remedy = Quien gestiona el canal puede darlo: Editar canal › Permisos › Clausebell.
lack-view_channel = Ver canal
lack-send_messages = Enviar mensajes
lack-create_posts = Crear publicaciones
lack-send_messages_in_threads = Enviar mensajes en hilos
lack-create_public_threads = Crear hilos públicos
lack-manage_threads = Gestionar hilos (el hilo está bloqueado)
lack-embed_links = Insertar enlaces (sin eso, los mensajes llegan como texto sin formato)
lack-attach_files = Adjuntar archivos (para la imagen)
lack-tag = una etiqueta: las publicaciones de este foro la piden y no hay ninguna que cualquiera pueda poner
lack-messages = un lugar para mensajes: elige un canal de texto, un foro o un hilo
lack-invitation = una invitación: escribe /invite @Clausebell en el canal
lack-archive = salir del archivo: el canal está archivado
lack-leave = permiso para publicar allí: pídelo a un administrador del espacio de trabajo
lack-network = la admisión de su red: el espacio de trabajo solo acepta aplicaciones de ciertas redes
lack-scope = un permiso de la aplicación: instálala de nuevo, con todo lo que pide
lack-token = un token que Slack acepte: hay que instalar la aplicación de nuevo
lacks-role = permiso para mencionar a @{ $name }: permite que cualquiera mencione este rol, en los ajustes del servidor
lack-mention = otro rol que mencionar: el elegido ya no existe
lack-channel = el canal: ya no existe
lack-answer = una respuesta de { -chat }: inténtalo de nuevo en unos minutos

## Commands: one line of at most 100 characters each, as chats show it

command-policy = Qué dicen los textos de una plataforma sobre IA y tus obras, y qué cambió últimamente
command-optout = Cómo oponerse al entrenamiento de IA de una plataforma, o que no hay forma de hacerlo
command-watch = Avisar a este canal cuando cambie la letra pequeña de una plataforma
command-unwatch = Dejar de avisar a este canal sobre una plataforma o algunos de sus temas
command-list = { CHAT() ->
    [slack] Lo que sigue este canal
   *[discord] Qué siguen los canales de aquí
}
command-changes = Últimos cambios, de una plataforma, de un tema o de todo
command-find = Buscar palabras en los textos actuales de una plataforma
command-pause = Pausar los mensajes de un canal, conservando lo que sigue
command-resume = Reanudar los mensajes de un canal
command-test = Publicar un mensaje de prueba en el canal, sin mencionar a nadie
command-settings = Elegir canal, plataformas, temas y nivel en un solo lugar
command-style = Cómo se avisa a un canal: cuándo, a quién mencionar, hilos, imágenes, tu propia línea
command-privacy = Qué guarda Clausebell de esta comunidad, y cómo borrarlo
command-erase = Borrar todo lo que Clausebell guarda de esta comunidad

option-platform = Nombre de la plataforma, o lo que recuerdes de él
option-channel = Canal donde publicar; este si no se indica otro
option-severity = Nivel mínimo de los avisos
option-topics = Temas de los avisos, separados por comas; todos si no se indica ninguno
option-only = Solo estos temas, separados por comas; la plataforma entera si no se indica ninguno
option-role = Rol que se menciona en cada mensaje; @everyone para ninguno
option-words = Palabras que buscar
option-days = Cuántos días hacia atrás
option-topic = Un tema
option-news = Avisar también de noticias sobre las plataformas, además de los cambios; vale para todo el canal
option-cadence = Cuándo llegan sus mensajes
option-language = El idioma de sus mensajes
option-threads = Un hilo de conversación bajo cada mensaje
option-publish = Publicar también para los canales que los siguen, en canales de anuncios
option-picture = Una imagen del pasaje reformulado
option-text = Tu propia línea encima de cada mensaje; - para ninguna

## Installing in Slack

slack-installed = Clausebell está instalado en { $workspace }.
slack-installed-next = Escribe /clausebell help en cualquier canal para ver qué puede hacer. Un canal recibe los cambios en cuanto alguien escribe allí /clausebell watch y el nombre de una plataforma.
slack-installed-privacy = No lee mensajes, salvo el que alguien le pide explicar. Qué guarda y cómo borrarlo: /clausebell privacy.
slack-open = Abrir Clausebell en Slack
slack-open-browser = Abrirlo en el navegador
slack-add-workspaces = Elegir los espacios de trabajo
slack-not-installed = Clausebell no se instaló.
slack-not-installed-cancelled = Decidiste no instalarlo, y no se guardó nada.
slack-not-installed-stale = Este enlace se abrió en otro navegador, ya se había usado o esperó más de diez minutos. Vuelve a empezar.
slack-not-installed-refused = Slack no aceptó la instalación. Vuelve a empezar; si falla otra vez, avisa a quien administra este Clausebell.
slack-not-installed-passing = Algo no funciona en este momento. Inténtalo de nuevo en unos minutos.
slack-install-again = Instalar Clausebell

## El sitio

site-add = Añadir a { $chat }
screen-announcement = Un mensaje en { $chat }: la cláusula con las palabras de la plataforma, lo reformulado resaltado, desde cuándo rige, qué se puede hacer, y botones para saber más.
screen-setup = La tarjeta en { $chat } en la que un administrador elige canal, plataformas, temas, nivel y momento.
screen-home = El inicio de la app en { $chat }: qué sigue cada canal, los últimos cambios y cuándo se revisaron los documentos por última vez.
site-feed = Feed
site-write = Escríbenos
site-advice = Qué puedes hacer
site-read = Leído por última vez el { $day }
site-unread = Aún sin leer
site-missing = No hay ninguna página en esta dirección.
site-stored = Los tokens de los espacios de trabajo de Slack se guardan cifrados; qué anuncio se convirtió en qué mensaje, durante 90 días, bajo un resumen criptográfico del ID del canal.
site-visitors = Las visitas a estas páginas no se cuentan. No usan cookies ni cargan nada de otros sitios; la instalación en Slack pone una cookie, durante diez minutos.
