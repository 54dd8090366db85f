package care

// wishSpanish is how people say in Spanish that they do not want to live.
var wishSpanish = []saying{
	{key: "wish.morir", class: Wish, why: "the plainest wish",
		unless: "risa verguenza hambre amor dignidad dignamente eutanasia dignitas chocolate sed emocion frio",
		says: `
			no ..1 importa si|que ..2 vivo|muero|despierto|muera
			si vivo o muero
			lamento ..1 haber ..1 despertado|sobrevivido|nacido|seguir
			mejor|facil|preferible|ideal no estar|existir|despertar|vivir|ser|haber|seguir
			muerte ..4 deseo|quiero|anhelo|espero
			[pienso] ..2 muerte ..6 deseo|quiero|paz|alivio|bien|atrae
			mis ganas de vivir se|ya|murieron|acabaron
			cambiarme|cambiaria por los|el|ella que ..2 no|murieron|muertos
			pienso|imagino|sueno ..3 meterme|entrar|irme y no salir|volver|regresar
			imagino que me ..1 muero|mata|atropella|caigo|atropellan
			ojala me fuera|vaya ..1 pronto|ya|de
			ojala no ..2 salga|sobreviva|salir|salgo ..1 de|del
			me muero y $
			me muero y eso|ya|listo
			ojala sea la|mi ultima !quimio|vez|sesion
			hubieran|hubiesen dejado ir|morir
			no quiero que me salven|reanimen|resuciten|curen
			envidia|envidio ..5 fallecio|fallecieron|descansa|descansan|descanso
			vivir asi no es vivir|vida
			a ver si ..2 me muero|mata|muera|termino|acabo
			termino|acabo|terminar|acabar de una vez !con|la|el
			soltar|soltarla|dejar la vida
			vida me pesa
			muero mejor
			me muero ..2 mejor $
			sufrir ni hacer sufrir
			quiero|ojala|que llegue|venga ..1 la|mi muerte
			muerte ..6 quiero|ojala|que llegue|venga
			me muero y ya|listo
			acabe yo|conmigo
			me quiero morir $
			me [quiero] morir y|pero|no|ya|porque|todos|cada
			yo bajo tierra
			ojala ..4 me hubiera|hubiese|habria llevado|matado|muerto|ido
			me hubiera llevado|matado
			mejor para|seria todos|ellos|mi|mis ..3 que yo|no ..1 no ..1 este|estuviera|exista|existiera|estar
			no quiero|pienso|espero|deseo llegar|cumplir a|los|otro|mas ..1 ##|anos|ano|cumpleanos|navidad
			acabar|terminar|morirme|acabo|termino yo|tambien tambien|$ !el
			dormirme una noche y
			me da miedo ..1 seguir viviendo|aqui|viva|vivo|asi
			muerta|muerto y nadie
			que ..1 acabe|termine ..2 mi vida|yo|conmigo
			no puedo mas con mi|la|esta vida
			estoy mejor muerta|muerto
			abro|abrir ..3 ojos ..4 rabia|pena|lloro|asco|decepcion|odio
			ojala ..3 quedado en|ahi quirofano|mesa|operacion|el
			me hubiera|hubiese ..1 quedado|muerto en|alli|yo
			hubiera|hubiese muerto yo
			sentido a nada ..6 vivir|levantarme|seguir|curarme
			irme|ir|estar|marcharme con|detras|tras de? el|ella|ellos !a|al
			querria|quiero|quisiera ir|irme detras|tras
			apagarme|apagar ..1 y
			[quiero] apagarme
			si no fuera por ..4 no estaria|viviria|seguiria
			no fuera por ..6 no ..1 estaria
			espero|ojala|deseo que ..4 prueba|pet|tac|resultado|resultados|escaner|biopsia ..2 salga|sean|sea|salgan mal|malos|malo|peor
			esto ..2 acabe|termine y yo con
			acabe|termine|acaba|termina y yo con
			de sobra
			estoy|sobro de mas|sobra|sobrando
			el de arriba ..3 lleve|lleva|llame
			lleve|llame ..2 el de arriba
			muerte ..3 descanso|alivio|liberacion|paz|salida|consuelo|regalo
			[morirme] ..2 paz|alivio|descanso|tranquila|consuela
			unica ..2 paz
			no ..1 quiero curarme|me_curen|que me curen|salvarme|tratarme ..2 $|y|ni
			ni ..2 ganas de vivir|seguir|nada
			quiero ..1 que me|esto deje|dejen morir
			dejenme|dejadme|dejame morir|ir|morirme
			preparada|preparado|lista|listo para morir|irme $
			levantarme ..3 sin ganas
			[quiero] [morirme]
			me [quiero] morir !de|en|con
			me [quiero] ir de este|esta mundo|vida
			me [quiero] ir ya|para|con el|ella|siempre|mi|dios !a|al
			me [quiero] ir ya $
			me [quiero] ir con mi|el|ella|dios|ellos
			[quiero] irme con el|ella|mi|ellos|dios
			[quiero] irme ya $
			[quiero] estar con el|ella|mi ..3 cielo|donde|alla|otra
			[quiero] reunirme con
			[quiero] descansar para|de|ya|eternamente siempre|una|todo|$
			dormir|dormirme para siempre
			ojala me muera|muriera|muriese|mate|matara|atropelle|parta
			ojala me lleve|llevara|lleves dios|ya|la|pronto|el|de|este|contigo|diosito|$
			ojala me hubiera|hubiese muerto|quedado|ido|matado|muerta
			ojala ..1 cancer|tumor|enfermedad|bicho|esto ..3 mate|lleve|acabe|termine|rapido|pronto|matara|llevara
			que el|la|este? cancer|tumor|enfermedad|muerte ..2 lleve|mate|acabe|gane
			dios|senor|diosito|virgen ..4 llevame|recogeme|llevarme|quitame
			dios|senor|diosito|virgen ..6 me lleve|recoja|llevara|lleves|recojas|quite
			llevame ya|contigo|dios|senor|virgen|de
			que dios|la|el|me ..3 lleve|recoja|llevara ya|pronto|con|$|de
			llegue|llega|venga|espero|esperando|esperar|deseo|deseando|quiero la muerte
			que ..1 muerte ..2 llegue|venga|lleve|pronto
			envidia|envidio de|a|los|las|quienes|el ..3 murieron|muertos|muerto|mueren|muere|fueron|muerta|murio
			mejor|preferible|ojala estar|estaria|estuviera|estarme|muerta muerta|muerto|$
			mejor muerta|muerto|morirme|morir !de
			mejor ..2 me|que|si muriera|muero|muera|muriese
			seria mejor|preferible|facil|alivio ..3 morir|morirme|muerta|muerto|desaparecer|estar|muriera|acabara
			prefiero morir|morirme|muerta $
			me da|daria igual|lo ..2 morir|vivir|morirme|muero|muerta vivir|muero|o|$|que|no
			me da igual vivir|morir|morirme
			me da lo mismo vivir|morir|morirme|si vivo|muero|despierto
			deberia|deberian haberme|estar|haber|morirme muerto|muerta|dejado|$ ..1
			debi|debia|tenia|debieron ..2 morir|morirme|muerto|dejarme|morido
			por que no me mori|muero|mato|llevo|mata|morire|lleva
			porque no me mori|muero|lleva|llevo|mata
			cansada|cansado|harta|harto de mi|esta|la vida|existencia
			para mi|que ya se acabo|acabo|vida
			me duele vivir !lejos|sola|solo|en|con
			muerta|muerto en vida
			vivo por vivir`},
	{key: "wish.no_despertar", class: Wish, why: "to sleep and not wake: the softest way to say it",
		unless: "miedo temor anestesia sedacion duerman operacion nino bebe susto",
		says: `
			deseando|quiero|queriendo|ojala|rezando no ..1 levantarme|despertar|despertarme|amanecer
			ojala no me hubiera|hubiese|haya levantado|despertado|salvado|curado
			no me importaria ..2 que|si ..2 atropellara|matara|muriera|cayera|pasara|llevara|despertara|diera
			miedo|asusta|aterra seguir|vivir|despertar ..1 viviendo|viva|vivo|asi|$ ..1
			rabia|pena|lastima|asco|decepcion|coraje|tristeza ..2 seguir|despertar|despertarme|estar|haber ..2 aqui|viva|vivo|despertado|$|cada|sobrevivido
			si ..1 no ..1 despierto|despertara|amanezco|despertase ..6 mejor|nadie|nada|bien|paz
			[quiero] dormir|dormirme ..2 no ..2 despertar|despertarme|despierte
			dormir|dormirme|acostarme|duermo|dormida|cerrar ..4 no|nunca ..2 despertar|despertarme|despierte|abrirlos|levantarme
			no|nunca ..2 despertar|despertarme|despertara|despertase|despierte|amanecer|amanezca|amaneciera|despertar mas|nunca|jamas|manana|$
			ojala|quisiera|espero|rezo|pido|deseo|ruego|suplico|desearia que?|no|me ..3 despertar|despertara|despierte|despertarme|amaneciera|amanezca|despertase|despertar|muera|muriera|muriese|muerto|atropelle|atropellara|mate|matara|recoja|infarto !a|al|con|de|nino|bebe
			ojala no ..2 nacido|despertar|salido|sobrevivido|sobreviva|salga|salir|existiera|existir|operaran|encontraran
			prefiero|preferiria morir|morirme|muerta|estar|morirme|irme que|a|antes|ya|muerta|muerto|$ ..1 seguir|vivir|continuar|asi|esto|$|muerta|despertar|ser|que
			prefiero|preferiria no despertar|vivir|existir|estar|seguir|haber
			no me importa|importaria ..1 morir|morirme|muero|muriera|no|despertar ..1 despertar|$|hoy|ya|manana|esta
			cansada|cansado|harta|harto|canse|hartado|agotada|agotado|aburrida|aburrido de estar|esta|la|respirar|seguir|despertar ..1 vida|viva|vivo|aqui|viviendo|asi|cada
			cansada|cansado|harta|harto|agotada|agotado de vivir|existir|respirar|despertar !entre|en|con|pendiente|a|pegada|pegado|de|sola|solo|lejos|al|dependiendo
			odio vivir|estar|despertar|despertarme|seguir|mi ..1 viva|vivo|vida|viviendo|cada|$`},
	{key: "wish.no_vivir", class: Wish, why: "not to live, not to go on",
		unless: "foro hospital sala pruebas",
		says: `
			perdi|perdido|quitaron|quitado|fueron|ido|quedan ..3 ganas ..4 vivir
			ni a|para|de vivir|seguir !con|en
			no ..2 encuentro|veo|hallo|tiene ..2 sentido ..4 vivir|existir
			sin ..1 sentido ..3 vivir
			no ..2 ganas ..5 de vivir
			sin ganas ..4 de vivir
			ni de vivir|seguir
			no ..1 quiero otro|mas|ni ..1 cumpleanos|dia|ano|navidad|manana
			no hallo|encuentro|veo|se ..3 para que|porque|por que|razon|motivo|sentido ..1 seguir|vivir|sigo|estoy|vivo|levantarme ..1
			ni fuerzas|ganas|motivos ni|para ..2 seguir|vivir|motivos
			no ..1 tengo|quedan fuerzas ni motivos|ganas
			ya no estaria
			no|nunca|tampoco|ni ..1 [quiero] [vivir]
			no quiero saber nada|mas de ..2 vida
			no quiero mas vida|esta|vivir|vida
			no quiero esta|mi|mas vida
			no tengo|siento|encuentro|hay|veo|quedan|queda ..3 ganas|motivos|razones|razon|motivo|sentido|deseos|fuerzas ..1 de|para|por|a|que ..1 vivir|seguir|existir|estar|despertar ..1
			[para_que] ..1 [vivir]
			[para_que] ..2 mi|la|esta|tanta vida|existencia
			[para_que] ..1 vivo|viva|sigo|seguir|existo|naci|nacer|existir|levantarme|respiro|estoy ..1 aqui|viva|vivo|viviendo|adelante|asi|$|por
			vida|vivir ..3 sentido|carcel|castigo|condena|infierno
			mi vida ..3 no|sin|ningun vale|sentido|tiene|sirve|importa !menos|mas|que
			la|mi|esta vida no|ya vale|merece|tiene|es|sirve !menos|mas|que|solo|color|facil|justa
			vivir asi ..2 no ..3 vida|vale|merece|sentido|puedo
			esto no es vida|vivir
			no ..1 puedo|aguanto|soporto|resisto|quiero ..1 [vivir] !mi|mi_almohada
			no ..1 puedo|quiero seguir viviendo|viva|vivo|existiendo
			no ..1 puedo|aguanto|soporto|resisto|quiero seguir !con|trabajando|tomando|el|la|comiendo|haciendo|leyendo
			no ..1 puedo seguir asi|viviendo|viva|mas|adelante|$
			no ..1 aguanto|soporto|resisto un|otro|ni dia|noche|un|minuto mas|$
			no ..1 aguanto|soporto|resisto mas|esta|la|este|vivir|estar vida|viva|vivo|vivir|mundo|aqui|existir
			no me quedan|queda ganas|fuerzas|razones|motivos|nada ..1 vivir|para|de|seguir|por ..1 vivir|seguir
			sin ..1 ganas|deseos|razon|razones|motivos|ilusion de|para|por ..1 vivir|seguir
			nada por|para|que ..3 vivir|seguir|viva|vida
			nada ..2 ata|retiene|queda ..2 vida|aqui|mundo|vivir
			perdi|perdido|perder|perdiendo|quitaron|quitado|fueron|ido ..2 ganas|deseos|ilusion|deseo ..1 vivir|seguir
			no deberia|merezco|tendria ..2 vivir|viva|vivo|existir|nacido|estar
			no ..2 haber nacido
			no hubiera|hubiese nacido
			nunca hubiera|debi|hubiese|haber ..1 nacido|nacer
			por que|para naci
			para que naci
			no le|les|me|nos hago|haria falta a nadie
			no hago falta
			lo|la unico|unica|cosa que|me ..6 viva|vivo|mantiene|retiene|ata|detiene|frena|mato|pie
			unico|unica|unicos que|me ..1 me|detiene|frena|impide|mantiene|hace
			sigo|estoy|vivo viva|vivo|aqui|viviendo ..1 por ..1 hijos|hijo|hija|gato|perro|madre|miedo|nietos|familia|inercia
			rendirme con|de la|todo|vida
			me rindo con|de la|vida`},
	{key: "wish.sin_mi", class: Wish, why: "they would be better off: hopelessness and burden", whose: true, plain: true,
		says: `
			seria|serian|estaria|estarian|viviria|vivirian|quedaria|estara|estarian ..2 [mejor] sin|si ..1 mi|yo|no
			[mejor] ..1 sin mi
			seria mas feliz|facil|libre sin|si mi|yo
			feliz|felices|tranquila|tranquilos|libres sin mi
			nadie ..1 daria|enteraria|notaria|da ..2 cuenta ..4 no|falto|aparezco|muero|si
			si|cuando manana no aparezco|estoy|despierto|amanezco|existo
			[mejor] ..3 [sin_mi] !de
			mejor|mejores|tranquilos|felices sin mi
			sin mi ..5 [mejor]
			[sin_mi] ..5 [mejor]
			[sin_mi] ..4 nadie|nada|ninguno|problema|carga|gastos|descansan|descansarian|acabarian|acaba|pasa|pasaria
			descansarian de|sin mi
			nadie ..3 extranar|extranara|extranaria|echara|echaria|echar|llorara|lloraria|notar|notara|notaria|enterara|enteraria|importara|importaria|acordara|acordaria|falta ..5 [sin_mi]|$|menos|mi|me
			nadie me va|iba a extranar|llorar|echar
			nadie me extranaria|lloraria|echaria|extranara|echara
			nadie se daria|enteraria|dara|acordaria cuenta|$|si|de ..2
			a nadie le importa|importaria|importara si|que|$ ..2 muero|muriera|vivo|estoy|falto|desaparezco|existo|muera
			quien me va a extranar|llorar
			alguien me extranaria|echaria
			valgo|valdria mas ..1 muerta|muerto
			[sin_mi] ..4 no pasaria|pasa|cambiaria nada
			librarse|librarian|liberarlos|libraran|librar de mi
			dejar de ser|dar|estorbar|molestar una|un|problemas|guerra|$ carga|estorbo|problema|$ para_siempre
			estorbo|sobro|estorbando ..3 en este|esta mundo|vida`},
	{key: "wish.matarme", class: Wish, why: "names it",
		unless: "dignitas risa sustos disgusto",
		says: `
			[quiero] [matarme]
			[pienso] ..2 [matarme]
			[pienso] ..2 morir|morirme !en|de
			[pienso] ..1 desaparecer
			[pienso] ..2 no ..1 estar|despertar|existir|seguir|vivir
			pasa|pasan|paso|pasado|ronda|rondan|viene|vienen|cruza|cruzado|rondando por|la|a|mi|me ..3 cabeza|mente ..3 [matarme]|morir|morirme|suicidio|quitarme
			atrevo|atreveria|decido|animo a|por [matarme]
			para [matarme] !hay
			podria|voy|deberia|puedo|intentar|intente|intentado|tratar|evitar|intentando a|de|con? [matarme]
			pensamientos|ideas|ideacion|impulsos|pensamiento|deseos suicidas|suicida|autoliticos|autoliticas|autolesivos
			estoy|soy|siento|sentirme|siento|me|sigo suicida
			la unica|mejor salida|solucion ..2 es|seria ..2 morir|morirme|matarme|suicidio|muerte|desaparecer|[matarme]|no
			la muerte|morir|morirme|suicidio ..2 unica|mejor|seria|es|liberacion|descanso ..1 salida|solucion|alivio|descanso|liberacion|opcion|paz|forma|consuelo|escape
			que|me maten|mate de|$|ya|alguien
			alguien que me mate
			matame|matenme|matadme ya|por|$|dios|alguien
			hacerme|haciendome|hacer|hago|hice|haga ..1 dano|algo malo|$|a|otra|mismo
			hacer|haga|cometer|hago ..1 una|alguna locura|tonteria|barbaridad|estupidez
			cortarme|cortandome|corto|autolesionarme|autolesiono|lastimarme|quemarme|corte|autolesion otra|los|las|$|de|para|anoche|ayer|brazos !el|pelo|unas|un
			me corto los|las|otra|para brazos|piernas|vez|sentir
			no me fio de mi|misma|mismo
			miedo de|a ..1 mi|misma|mismo|hacerme|que misma|mismo|hacerme|dano|$|hacer
			miedo ..2 lo que ..1 pueda|puedo|podria hacer|hacerme
			no estoy a salvo sola|conmigo|solo|$
			se acabe todo|mi|esta !lo
			todo se acabe $
			ponerle|poner fin`},
}
