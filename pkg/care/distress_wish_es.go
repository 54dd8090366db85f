package care

// wishSpanish is how people say in Spanish that they do not want to live.
var wishSpanish = []saying{
	{key: "wish.morir", class: Wish, why: "the plainest wish",
		unless: "risa verguenza hambre amor dignidad dignamente eutanasia dignitas chocolate sed emocion frio",
		says: `
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
			[quiero] dormir|dormirme ..2 no ..2 despertar|despertarme|despierte
			dormir|dormirme|acostarme|duermo|dormida|cerrar ..4 no|nunca ..2 despertar|despertarme|despierte|abrirlos|levantarme
			dormir|dormirme para siempre
			no|nunca ..2 despertar|despertarme|despertara|despertase|despierte|amanecer|amanezca|amaneciera|despertar mas|nunca|jamas|manana|$
			ojala|quisiera|espero|rezo|pido|deseo|ruego|suplico|desearia que?|no|me ..3 despertar|despertara|despierte|despertarme|amaneciera|amanezca|despertase|despertar|muera|muriera|muriese|lleve|llevara|muerto|atropelle|atropellara|mate|matara|parto|acabe|recoja|infarto
			ojala me muera|muriera|muriese|lleve|llevara|llevase|duerma|durmiera|mate|matara|caiga|atropelle|parta|de|diera|hubiera
			ojala no ..2 nacido|despertar|salido|sobrevivido|sobreviva|salga|salir|existiera|existir|operaran|encontraran
			ojala ..1 cancer|tumor|enfermedad|bicho|esto ..3 mate|lleve|acabe|termine|rapido|pronto|matara|llevara
			que el|la|este? cancer|tumor|enfermedad|muerte ..2 lleve|mate|acabe|gane
			dios|senor|diosito|virgen ..6 llevame|lleve|recogeme|recoja|llevarme|quitame|lleves|recojas|llevara
			llevame ya|contigo|dios|senor|virgen|de
			que dios|la|el|me ..3 lleve|recoja|llevara ya|pronto|con|$|de
			llegue|llega|venga|espero|esperando|esperar|deseo|deseando|quiero la muerte
			que ..1 muerte ..2 llegue|venga|lleve|pronto
			envidia|envidio de|a|los|las|quienes|el ..3 murieron|muertos|muerto|mueren|muere|fueron|muerta|murio
			mejor|preferible|ojala estar|estaria|estuviera|estarme|muerta muerta|muerto|$
			mejor muerta|muerto|morirme|morir !de
			mejor ..2 me|que|si muriera|muero|muera|muriese
			seria mejor|preferible|facil|alivio ..3 morir|morirme|muerta|muerto|desaparecer|estar|muriera|acabara
			prefiero|preferiria morir|morirme|muerta|estar|morirme|irme que|a|antes|ya|muerta|muerto|$ ..1 seguir|vivir|continuar|asi|esto|$|muerta|despertar|ser|que
			prefiero morir|morirme|muerta $
			prefiero|preferiria no despertar|vivir|existir|estar|seguir|haber
			me da|daria igual|lo ..2 morir|vivir|morirme|muero|muerta vivir|muero|o|$|que|no
			me da igual|lo mismo? vivir|morir|morirme|si vivo|morir
			no me importa|importaria ..1 morir|morirme|muero|muriera|no|despertar ..1 despertar|$|hoy|ya|manana|esta
			deberia|deberian haberme|estar|haber|morirme muerto|muerta|dejado|$ ..1
			debi|debia|tenia|debieron ..2 morir|morirme|muerto|dejarme|morido
			por que no me mori|muero|mato|llevo|mata|morire|lleva
			porque no me mori|muero|lleva|llevo|mata
			cansada|cansado|harta|harto|canse|hartado|agotada|agotado|aburrida|aburrido de vivir|existir|estar|esta|la|respirar|seguir|todo|despertar ..1 vida|viva|vivo|aqui|viviendo|$|asi|cada
			cansada|cansado|harta|harto de vivir|existir|la|mi|esta
			odio vivir|estar|despertar|despertarme|seguir|mi ..1 viva|vivo|vida|viviendo|cada|$
			para mi|que ya se acabo|acabo|vida
			me duele vivir
			no me da miedo|miedo morir_ya
			muerta|muerto en vida
			vivo por vivir`},
	{key: "wish.no_vivir", class: Wish, why: "not to live, not to go on",
		unless: "foro hospital tratamiento grupo sala pruebas",
		says: `
			no|nunca|tampoco|ni ..1 [quiero] [vivir]
			no quiero saber nada|mas de ..2 vida
			no quiero mas vida|esta|vivir|vida
			no quiero esta|mi|mas vida
			no tengo|siento|encuentro|hay|veo|quedan|queda ..3 ganas|motivos|razones|razon|motivo|sentido|deseos|fuerzas ..1 de|para|por|a|que ..1 vivir|seguir|existir|estar|despertar ..1
			[para_que] ..1 [vivir]
			[para_que] ..2 mi|la|esta|tanta vida|existencia
			[para_que] ..1 vivo|viva|sigo|seguir|existo|naci|nacer|existir|levantarme|respiro|estoy ..1 aqui|viva|vivo|viviendo|adelante|asi|$|por
			vida|vivir ..3 sentido|carcel|castigo|condena|infierno
			mi vida ..3 no|sin|ningun vale|sentido|tiene|sirve|importa
			la|mi|esta vida no|ya vale|merece|tiene|es|sirve
			vivir asi ..2 no ..3 vida|vale|merece|sentido|puedo
			esto no es vida|vivir
			no ..1 puedo|aguanto|soporto|resisto|quiero ..2 vivir|viviendo|existir|viva|vida|vivo ..1
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
