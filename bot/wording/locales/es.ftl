# Spanish, as it is understood on both sides of the Atlantic; readers are addressed without "tú" or "usted".
# Names of documents come in English and of either number, so they stand behind "documento".

## Words

day = { $day }
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

severity-critical = crítica
severity-major = importante
severity-minor = menor
severity-none = ninguna

topic-ai_training = Entrenamiento de IA
topic-content_license = Licencia sobre el contenido propio
topic-ownership_ip = Propiedad
topic-monetization_fees = Tarifas y pagos
topic-data_sharing_sale = Cesión o venta de datos
topic-data_collection = Recopilación de datos
topic-biometrics = Datos del rostro y de la voz
topic-arbitration_disputes = Arbitraje y disputas
topic-liability_warranty = Responsabilidad
topic-termination_moderation = Moderación y cierre de cuentas
topic-minors_age = Edad y menores
topic-copyright_dmca = Reclamaciones de derechos de autor
topic-acceptable_use = Normas de uso
topic-changes_to_terms = Cambios en las condiciones
topic-governing_law = Ley y tribunales
topic-advertising = Publicidad
topic-account_security = Seguridad de la cuenta
topic-opt_out_rights = Formas de oponerse

# The same within a sentence, behind "sobre".
about-ai_training = el entrenamiento de IA
about-content_license = la licencia sobre el contenido de los usuarios
about-ownership_ip = la propiedad de las obras y los derechos
about-monetization_fees = las tarifas y los pagos
about-data_sharing_sale = la cesión o venta de datos
about-data_collection = la recopilación de datos
about-biometrics = los datos del rostro y de la voz
about-arbitration_disputes = el arbitraje y las disputas
about-liability_warranty = la responsabilidad
about-termination_moderation = la moderación y el cierre de cuentas
about-minors_age = la edad y los menores
about-copyright_dmca = las reclamaciones de derechos de autor
about-acceptable_use = lo que se puede y no se puede hacer
about-changes_to_terms = cómo pueden cambiar las condiciones
about-governing_law = la ley aplicable y los tribunales competentes
about-advertising = la publicidad
about-account_security = la seguridad de la cuenta
about-opt_out_rights = las formas de oponerse

target-all = todas las plataformas
target-category = todas las plataformas de { $category }

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
change-reworded = { $platform } reformuló en el documento { $document } lo que dice sobre { $topic }.
change-other = { $platform } cambió el documento { $document }.
change-reverted = { $platform } deshizo un cambio anterior del documento { $document }.

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
fact-dated = Con fecha de
fact-seen = Visto por primera vez
fact-severity = Gravedad
fact-also = Otros temas
change-silent = El texto cambió, pero no la fecha que indica la propia página.

link-document = Leer el documento
link-archive = En el archivo
link-change = Antes y después
footer-change = Citas copiadas de { $host }, leídas el { $day }; el enlace lleva a la página tal como está ahora. Resumen escrito por software. No es asesoramiento legal.
footer-archived = Citas copiadas de la copia de un archivo de { $host }, leídas el { $day }; los enlaces llevan a la copia y a la página tal como están ahora. Resumen escrito por software. No es asesoramiento legal.
detail-headline = Todo lo que cambió en el documento { $document } de { $platform }, palabra por palabra.

story-headline = Noticia sobre { $platforms }: «{ $title }»
story-headline-open = Noticia: «{ $title }»
story-title = Noticias · { $source }
story-unconfirmed = Una noticia de prensa, aún sin confirmar en el documento.
fact-published = Publicado
fact-about = Temas
link-story = Leer en { $source }
footer-story = Informado por { $source }. No es asesoramiento legal.

## Digests, reminders and what follows an announcement

digest-headline = { $count } cambios en { $platforms ->
    [one] una plataforma
   *[other] { $platforms } plataformas
}.
digest-line = { $title } ({ $day }) — { $headline }
digest-footer = Resumen escrito por software. No es asesoramiento legal.
reminder-headline = Próximamente en { $platform }: { $day }.
reminder-headline-open = Próximamente en { $platform }.
reminder-told = Visto por primera vez el { $day }: { $headline }
reminder-footer = Recordatorio de un cambio ya anunciado. Resumen escrito por software. No es asesoramiento legal.
followup-taken-back = Deshecho el { $day }.
followup-again = Cambió de nuevo el { $day }: { $headline }

## Guidance: what a creator can do

optout-account_toggle = Se puede desactivar.
optout-per_item_toggle = Se puede desactivar, para cada elemento por separado.
optout-admin_only = Solo quien posee o administra la cuenta puede desactivarlo: hay que pedírselo.
optout-email_request = Es posible oponerse por correo electrónico. Conviene guardar la respuesta.
optout-objection_form = Es posible oponerse con un formulario. Pueden rechazarlo; conviene guardar la confirmación.
optout-opt_in_default = No hay que hacer nada: está desactivado mientras no se acepte.
optout-terms_prohibit = No hay nada que desactivar: las condiciones prometen no hacerlo.
optout-site_signal = Se puede pedir a los rastreadores que no entren; solo los respetuosos hacen caso.
optout-file_metadata = Se pueden marcar los archivos; pocos servicios leen la marca, y muchas subidas la borran.
optout-limit_visibility = No hay ningún ajuste. Se puede limitar quién ve las obras, lo que resta alcance.
optout-delete_or_leave = No hay ningún ajuste. Queda borrar las obras o irse; las copias y los modelos entrenados permanecen.
optout-negotiate = No hay ningún ajuste. Depende de un acuerdo aparte: hay que preguntar cuál se aplica.
optout-none = No hemos encontrado ninguna forma de oponerse.
optout-unknown = No sabemos si hay alguna forma de oponerse.

guidance-partly = Solo en parte. { $lead }
guidance-partly-default = Solo en parte: algo está desactivado mientras no se acepte, y para el resto no encontramos ninguna forma de oponerse.
guidance-regional = Solo para { $regions }. { $lead }

guidance-none-found = Buscamos un ajuste, un formulario y una dirección a la que escribir, y no encontramos ninguno.
guidance-steps = Qué hacer
guidance-where = Dónde
guidance-deadline = Último día
guidance-undone = Hay una promesa escrita de deshacer el entrenamiento ya hecho.
guidance-not-undone = Detiene el uso futuro; el entrenamiento ya hecho no se deshace.
guidance-undone-unsaid = Se trata del uso futuro; nada de lo que leímos dice que el entrenamiento ya hecho se deshaga.
guidance-bound = Oponerse es una petición a esta empresa. No obliga a otros que tengan copias o que extraigan datos de la web.
guidance-exempt = Bajo otras reglas, según lo leído ({ $day }): { $exempt }
guidance-checked = Última comprobación: { $day }.
guidance-checked-steps = Última comprobación: { $day }; los nombres de los botones cambian.
guidance-earlier = Comprobado por última vez antes de este cambio, que puede haberlo dejado obsoleto ({ $day }): { $lead }
guidance-link = Dónde se hace
statement = { $who }, { $day }: { $claim } Es una declaración, no una cláusula.

## Answers

training-allowed = { $platform } puede entrenar IA con el contenido o los datos de los usuarios.
training-opt_out = { $platform } puede entrenar IA con el contenido o los datos de los usuarios, salvo que se opongan.
training-opt_in = { $platform } dice que entrena IA con el contenido de los usuarios solo si lo aceptan, dentro de los límites indicados abajo.
training-prohibited = { $platform } dice que no entrena IA con el contenido de los usuarios, dentro de los límites indicados abajo.
training-unclear = { $platform } no dice con claridad si entrena IA con el contenido de los usuarios.
training-unknown = No sabemos qué dice { $platform } sobre el entrenamiento de IA.
policy-own = IA propia
policy-licensed = Licencias a terceros
policy-scraping = Extracción por terceros
policy-basis = Lo dice en
policy-as-of = Leído
stance-allowed = permitido
stance-opt_out = permitido salvo oposición
stance-opt_in = solo si se acepta
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
footer-answer = Datos con el día en que se leyeron. No es asesoramiento legal.
answer-optout = { $platform }: { $lead }
answer-scope = De qué se trata: { $scope }

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
find-word = «{ $word }»
find-more = { $count ->
    [one] Se encontró una cláusula más.
   *[other] Se encontraron { $count } cláusulas más.
}
find-unread = Aún sin leer, y por eso fuera de la búsqueda: { $documents }
find-source = { $document } (leído el { $day })
find-footer = Citas copiadas de: { $sources }. No es asesoramiento legal.

changes-headline = { $count ->
    [0] No se anunció ningún cambio así.
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
watch-from-now = Recibirá los cambios a partir de ahora; no se publica nada del pasado.
watch-topics = Temas
watch-topics-all = todos
watch-severity = Gravedad mínima
watch-mention = Mención
watch-mention-chosen = según lo elegido
watch-removed = El canal ya no sigue { $name }.
watch-left = Aún en seguimiento: { $count ->
    [0] nada
    [one] una entrada
   *[other] { $count } entradas
}.
watch-missing = El canal no sigue { $name }.
watch-paused = Los mensajes están en pausa.
watch-blocked = Los mensajes esperan, porque falta un permiso: { $reason }
watch-closed = { $name } se eliminó. Lo que seguía se conserva hasta que se elija otro canal.
list-headline = { $count ->
    [0] Aquí aún no se sigue nada.
    [one] Un canal sigue plataformas.
   *[other] { $count } canales siguen plataformas.
}
health-headline = Cómo va eso
health-troubles = Sin leer o retenido por ahora
health-unread = { $platform }: aún sin leer
health-unchanged = { $platform }: leído por última vez el { $day }, aún sin cambios anunciados
health-changed = { $platform }: leído por última vez el { $day }, último cambio el { $changed }
health-failing = { $document }: no se puede leer ({ $reason }; { $count } intentos)
health-held = { $document }: retenido, pues lo leído parece dudoso ({ $reason })
list-channel = recibe noticias de
list-row = { $name } ({ $topics }; desde gravedad { $severity })
list-row-role = { $row }, con un rol propio
list-silent = no se entera de nada por ahora
help-headline = Clausebell vigila la letra pequeña de las plataformas y cuenta a esta comunidad qué cambia.
help-commands = Comandos
help-private = En un canal privado, invita primero a la app: /invite @Clausebell. Después todo funciona allí como en otros, también /clausebell settings.

## Botones

button-change = Qué cambió
button-optout = Oponerse
button-history = Historial
button-remind = Recordármelo
button-share = Compartir en el canal
button-unwatch = Dejar { $name }
button-settings = Configurar
button-privacy = Privacidad
button-test = Enviar una prueba
button-search = Buscar plataforma
button-earlier = Atrás
button-more = Más
button-newer = Más recientes
button-older = Más antiguos
button-pause = Pausar
button-resume = Reanudar
button-erase = Borrar todo
button-move = Elegir otro canal
button-text = Una línea propia
ask-search = Nombre de una plataforma
ask-text = Tu línea sobre cada mensaje
passages-count = { $count ->
    [one] Cambió un pasaje.
   *[other] Cambiaron { $count } pasajes; página { $page } de { $pages }.
}
remind-headline = Recibirás un mensaje directo sobre { $platform } el { $day }.
remind-how = Llega solo si aquí aceptas mensajes directos, y no si antes se retira el cambio.
remind-nothing = De { $platform } no se conoce ninguna fecha próxima que podamos recordarte.

## Configuración

welcome-how = Es discreto: solo llega un mensaje cuando un documento cambió en algo que importa, con las palabras de la plataforma. Quien administra este lugar elige las plataformas y el canal.
welcome-restored = { $count ->
    [one] Se conservan las opciones de un canal y vuelven a valer.
   *[other] Se conservan las opciones de { $count } canales y vuelven a valer.
}
welcome-privacy = No lee mensajes ni guarda nada de los miembros.
welcome-footer = No es asesoramiento jurídico.
card-headline = ¿De qué debe enterarse este canal?
card-channel = se entera de
card-nothing = nada todavía: elige plataformas abajo
card-lacks = Lo que falta para eso
card-text = Sobre cada mensaje
card-footer = Cada opción vale al instante. Otros canales pueden tener opciones propias.
pick-channel = Canal
pick-platforms = Plataformas
pick-topics = Temas; todos si no se elige ninguno
pick-severity = Qué importancia
pick-cadence = Cuándo
pick-mention = Rol que se menciona; nadie si no se elige ninguno
pick-extras = Además del mensaje
least-minor = Todo lo de peso
least-major = Cambios importantes y críticos
least-critical = Solo cambios críticos
cadence-at_once = Al instante
cadence-daily = Un mensaje al día
cadence-weekly = Un mensaje a la semana
window = { $hours ->
    [0] Cada cambio de un documento es un mensaje propio
    [6] Los cambios siguientes se unen al primero durante seis horas
   *[24] Los cambios siguientes se unen al primero durante un día
    [72] Los cambios siguientes se unen al primero durante tres días
    [168] Los cambios siguientes se unen al primero durante una semana
}
extra-threads = Un hilo para hablar bajo cada mensaje
extra-detail = Detalles y repeticiones en un hilo
extra-publish = Publicar a los canales que siguen, en canales de anuncios
extra-picture = Una imagen de lo reformulado
test-headline = Se envió una prueba.
test-channel = la tiene
test-quiet = No se mencionó a nadie.
test-failed = No se pudo enviar la prueba.
sample-title = Una prueba
sample-headline = Aquí habla Clausebell.
sample-none = Cuando un documento cambia en algo que importa, aquí están sus palabras, desde cuándo valen y qué se puede hacer.
paused-headline = Los mensajes están en pausa.
paused-channel = descansa
paused-kept = Lo que sigue se conserva; lo que llegue mientras tanto espera.
resumed-headline = Los mensajes vuelven.
resumed-channel = vuelve a enterarse
resumed-kept = Lo que esperaba se envía ahora.
pause-nothing = El canal no sigue nada, así que no hay nada que pausar.
style-nothing = El canal no sigue nada todavía. Elige primero una plataforma.
move-headline = ¿Qué canal debe seguir con esto?
move-what = Lo que seguía { $name } continúa allí, con las mismas opciones.
move-live = Lo que sigue este canal continúa allí y termina aquí.
privacy-headline = Lo que Clausebell guarda de este lugar
privacy-channels = Canales con opciones
privacy-roles = Roles, grupos o personas que se mencionan
privacy-people = Personas que eligieron
privacy-what = Se guardan los identificadores de este lugar, de canales, de roles, grupos o personas que se mencionan y de quien eligió, con lo elegido; de un recordatorio, quién lo pidió.
privacy-kept = Si se quita de aquí, conserva las opciones 30 días por si vuelve, y luego las borra.
privacy-not-kept = Si se quita de aquí, borra todo al instante.
privacy-never = Ni los mensajes ni los miembros se leen o se guardan.
privacy-shortcut = Un mensaje solo se lee cuando alguien pide que se le explique con el atajo, por los nombres y enlaces que contiene, y no se guarda.
privacy-erase = Quien administra este lugar puede borrarlo todo con el comando para ello.
erase-headline = { $count ->
    [0] ¿Borrar todo lo que se guarda de este lugar?
    [one] ¿Borrar las opciones de un canal y todo lo demás que se guarda de este lugar?
   *[other] ¿Borrar las opciones de { $count } canales y todo lo demás que se guarda de este lugar?
}
erase-what = No queda nada de ello, y ningún canal se entera de nada hasta configurarse de nuevo.
erased-headline = Se borró todo lo que se guardaba de este lugar.

## Home and forms in Slack

language-name = Español
home-first = Clausebell suena cuando cambia la letra pequeña.
home-first-what = Sigue los términos y las políticas de privacidad y de IA de las plataformas que usan los creadores, y cita la cláusula que cambió.
home-first-quiet = Es discreto: solo llega un mensaje cuando cambió algo que importa, y nada llega dos veces.
home-first-who = Elige un canal del que seas miembro y de qué debe enterarse.
home-help = Escribe /clausebell help en cualquier canal: verás qué se puede preguntar, con ejemplos.
home-private = De los canales privados aparecen aquí los que configuraste tú, pues no pide ver quién está en ellos. Escribe /clausebell settings en uno para elegir por él.
home-within = Elige desde el propio canal: escribe allí /clausebell settings.
home-ask = Preguntas
home-edit = Elegir para el canal { $channel }
home-more = { $count ->
    [one] y una más
   *[other] y { $count } más
}
home-documents = Los documentos
home-looked = Los documentos se miraron por última vez { $ago }.
home-unread = Aún no se ha mirado ninguno de los documentos.
home-fine = Todos se pudieron leer.
home-who = Quién puede elegir
home-open = Cada miembro de un canal puede elegir de qué se entera.
home-reserved = Solo los administradores y propietarios de este espacio de trabajo pueden elegir de qué se enteran sus canales.
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
button-reserve = Que solo elijan administradores
button-everyone = Que elijan los miembros
pick-person = Persona que se menciona; nadie si no se elige ninguna
pick-window = Cuando un documento vuelve a cambiar
pick-call = A quién llaman los cambios críticos
hint-call = here para quienes estén presentes, o el ID de un grupo; vacío para nadie. Solo los administradores del espacio de trabajo ven este campo.
call-here = los cambios críticos llaman a quienes estén presentes
call-group = los cambios críticos llaman a un grupo
pick-locale = Idioma de sus mensajes
form-save = Guardar
form-next = Siguiente
form-look = Consultar
form-close = Cerrar
form-loading = Un momento …
form-kept = Lo elegido está guardado.
form-nothing = nada más
explain-none = Este mensaje no nombra ni enlaza ninguna plataforma que sigamos.
explain-how = Para preguntar por una con su nombre: /clausebell policy y el nombre.

## Errors

error-platform = No hay ninguna plataforma llamada «{ $typed }» en el catálogo.
error-near = Nombres parecidos
error-option = «{ $value }» no se puede usar para { $option }.
error-choices = Lo que se puede usar
error-change = Ese cambio ya no se conoce aquí.
error-stale = Este botón es de una edición anterior. Da el comando mismo.
error-needs-manage_server = Para esto hace falta el permiso de gestionar este servidor o espacio de trabajo.
error-needs-member = Solo quienes están en un canal pueden elegir por él; en un canal privado, desde dentro, con /clausebell settings.
error-needs-workspace_admin = Solo los administradores y propietarios de este espacio de trabajo pueden hacerlo. Pregunta a uno de ellos.
error-no-platform = Elige al menos una plataforma.
error-call = «{ $value }» no llama a nadie. Escribe here, o el ID de un grupo tal como lo copia Slack.
error-passing = Algo no funciona por el momento. Conviene volver a intentarlo en unos minutos.
error-lasting = No ha funcionado; quienes administran este bot pueden ver el motivo en su registro.
error-blocked = Clausebell no puede publicar en un canal configurado desde esta cuenta: { $reason }
error-blocked-lacks = Clausebell no puede publicar en un canal configurado desde esta cuenta. Allí falta: { $names }.
error-blocked-channel = es el canal
error-blocked-kept = Lo elegido se conserva. Lo que haya que contar espera, y se publica cuando vuelva el permiso.
closed-headline = Se eliminó un canal configurado desde esta cuenta para Clausebell: { $name }
closed-kept = Lo que seguía se conserva. No se avisa de nada hasta que se elija otro canal.
closed-erased = Lo que seguía se olvidó. Para continuar en otro lugar, configura otro canal.
lack-in = todavía necesita
lack-remedy = Quien gestiona el canal puede darlo: Editar canal, Permisos, Clausebell.
lack-view_channel = Ver canal
lack-send_messages = Enviar mensajes
lack-create_posts = Crear publicaciones
lack-send_messages_in_threads = Enviar mensajes en hilos
lack-create_public_threads = Crear hilos públicos
lack-manage_threads = Gestionar hilos (el hilo está bloqueado)
lack-embed_links = Insertar enlaces (sin eso, los mensajes llegan como texto sencillo)
lack-attach_files = Adjuntar archivos (para la imagen)
lack-tag = una etiqueta: las publicaciones de este foro la piden y no hay ninguna
lack-messages = un lugar para mensajes: elige un canal de texto, un foro o un hilo
lack-invitation = una invitación: escribe /invite @Clausebell en el canal
lack-archive = una salida del archivo: el canal está archivado
lack-leave = permiso para publicar allí: pídelo a un administrador del espacio de trabajo
lack-network = la admisión de su red: el espacio de trabajo solo acepta apps de ciertas redes
lack-scope = un permiso de la app: instálala de nuevo, con todo lo que pide
lack-token = un token que Slack acepte: hay que instalar la app de nuevo
lacks-role = permiso para mencionar a @{ $name }: permite que cualquiera mencione este rol, en los ajustes del servidor
lack-channel = el canal: ya no existe
lack-answer = una respuesta del chat: vuelve a intentarlo en unos minutos

## Commands: one line of at most 100 characters each, as chats show it

command-policy = Qué dicen los textos de una plataforma sobre IA y las obras, y qué cambió últimamente
command-optout = Cómo oponerse al entrenamiento de IA de una plataforma, o que no hay forma de hacerlo
command-watch = Avisar a este canal cuando cambie la letra pequeña de una plataforma
command-unwatch = Dejar de avisar a este canal sobre una plataforma
command-list = Qué siguen los canales de aquí
command-help = Qué hace Clausebell, y sus comandos
command-changes = Últimos cambios, de una plataforma, de un tema o de todo
command-find = Buscar palabras en los textos actuales de una plataforma
command-pause = Pausar los mensajes de un canal, conservando lo que sigue
command-resume = Reanudar los mensajes de un canal
command-test = Publicar una muestra en el canal, sin mencionar a nadie
command-settings = Elegir canal, plataformas, temas y gravedad en un solo lugar
command-style = Cómo se entera un canal: cuándo, a quién mencionar, hilos, imágenes, una línea propia
command-privacy = Qué guarda Clausebell de esta comunidad, y cómo borrarlo
command-erase = Borrar todo lo que Clausebell guarda de esta comunidad

option-platform = Nombre de la plataforma, o lo que se recuerde de él
option-channel = Canal donde publicar; este si no se indica otro
option-severity = Gravedad mínima de los avisos
option-topics = Temas de los avisos, separados por comas; todos si no se indica ninguno
option-role = Rol que se menciona en cada mensaje; ninguno si no se indica
option-words = Palabras que buscar
option-days = Cuántos días hacia atrás
option-topic = Un tema
option-cadence = Cuándo llegan sus mensajes
option-threads = Un hilo para hablar bajo cada mensaje
option-publish = Publicar a los canales que siguen, en canales de anuncios
option-picture = Una imagen de lo reformulado
option-text = Una línea propia sobre cada mensaje; - para ninguna

## Installing in Slack

slack-installed = Clausebell está instalado en { $workspace }.
slack-installed-next = Escribe /clausebell help en cualquier canal para ver qué puede hacer. Un canal recibe los cambios en cuanto alguien escribe allí /clausebell watch y el nombre de una plataforma.
slack-installed-privacy = No lee ningún mensaje. Qué guarda y cómo borrarlo: /clausebell privacy.
slack-open = Abrir Clausebell en Slack
slack-not-installed = Clausebell no se ha instalado.
slack-not-installed-cancelled = Has decidido no instalarlo y no se ha guardado nada.
slack-not-installed-stale = Este enlace se abrió en otro navegador, ya se había usado o esperó más de diez minutos. Vuelve a empezar.
slack-not-installed-refused = Slack no aceptó la instalación. Vuelve a empezar; si falla otra vez, avisa a quien administra este Clausebell.
slack-not-installed-passing = Algo no funciona en este momento. Inténtalo de nuevo dentro de unos minutos.
slack-install-again = Instalar Clausebell
