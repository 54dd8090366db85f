package care

// planSpanish is a way, a means, a time, a goodbye, in Spanish.
var planSpanish = []saying{
	{key: "plan.forma", class: Plan, means: true, why: "names a way to die, wanted or thought of",
		unless: "accidental accidente paracaidas piscina",
		says: `
			guardada|guardado|guardadas|guardados|escondida|escondidas|juntada ..2 [pastillas] y|para ..6 noche|morirme|morir|tomo
			me|nos la|las|lo|los tomo|trago|inyecto|tomare|bebo toda|todas|todo|todos !con|en|por
			vine|llegue|estoy|fui|subi al|en|a|el? ..1 puente|azotea|vias|acantilado !de|tomando|con
			dejar|abrir|abro|deje el gas abierto|abierta|$|y
			cajas|pastillas|gotas|frascos ..3 es|son|seria|serian|bastan suficiente|suficientes|bastantes|para
			volver|volvere a intentarlo
			corte|corto las venas
			frasco|pastillas ..3 bolsa|mano|cajon ..8 falta|valor
			me [quiero] tirar|lanzar|ahorcar|colgar|cortar|aventar ..1 !a|en|el
			estoy|subi|subido ..1 en|a la|el azotea|tejado|puente|balcon !de|tomando|con|leyendo
			[pastillas] ..1 contadas|preparadas|listas
			comprado|comprado_una|compre una|la|el|un cuerda|soga|pistola|veneno
			si me tomo|inyecto|trago ..1 [toda] ..4 golpe|vez|todo|junto
			[tomar] todo ..4 botiquin|cajon|casa
			me tomo|trago|tomare|tragare todo|todas $ !con|el_tratamiento
			azotea|tejado|balcon|puente ..6 pisos|caida|altura|saltar
			[pastillas] ..3 mano|manos|delante ..4 hacerlo|no|si
			me ..1 tomo|tome|tomado|trague|tragado|bebi|bebido ..1 un|el|una|la|medio frasco|bote|caja|blister ..4
			esta noche ..1 me las tomo|trago
			vias|via|anden|metro|tren|puente|azotea|balcon ..8 ultimo segundo|proxima|paso|tirarme|salto|saltar|esperar
			me pare|paro|pongo|puse|quede ..1 en|junto|al|a ..2 via|vias|borde|anden|puente|barandilla
			la proxima vez no|si
			proxima vez ..3 fallo|fallare|fallar|bien|no_me
			donde|se ..3 guarda|guardan|esconde|tiene ..4 escopeta|pistola|arma|[pastillas]
			pacto ..8 vamos|ir|juntas|juntos|muerte|dos
			nos vamos|iremos|ir juntas|juntos|las dos|los dos
			dejar|dejo|deje|dejado|voy de ..3 insulina|comer|tomar|dialisis|medicacion ..6 morir|acabe|morirme|acabar|muera|fin|todo
			hose|manguera ..4 coche|garaje|escape
			[quiero] [forma]
			[pienso] ..3 [forma]
			voy a [forma]
			podria|deberia|puedo|a|para|y|o|si|que|de|ir|intente|intentar ..1 [forma]
			mejor [forma]
			[forma] y ..4 acabar|acabo|fin|listo|ya|todo|terminar|adios|descansar|paz|acabe|acabado|dormir|muero
			[forma] esta|hoy|manana|para noche|tarde|mismo|$|no
			me tomo|trago ..1 [toda] ..2 [pastillas] !con|cada|por|en|antes|despues|juntas|al|a|durante
			me tome|trague ..3 [pastillas] ..4 morir|morirme|no|todas
			guardando|guardado|guardadas|guardados|juntando|juntado|ahorrando|acumulando|acumulado|escondiendo|escondidas|escondido|reuniendo|reunido|guardo|junte|guarde|escondida|escondi|juntadas|acumuladas|ahorrado|sobran|apartando|apartadas ..4 [pastillas] ..1
			[pastillas] ..3 guardadas|juntadas|escondidas|acumuladas|preparadas|listas|guardados|guardada|contadas|ahorradas|apartadas|delante|frente|mano|mesita|mesa|guardando|juntando|escondido ..1
			tengo|hay|quedan|tenemos|junte|guarde ..2 suficiente|suficientes|bastantes|bastante|cuantas|unas ..3 [pastillas] ..4 para|como ..3 morir|no|acabar|terminar|dormir|matarme|irme|todo|siempre
			tengo ..2 suficiente|suficientes para ..1 acabar|no|terminar|irme|matarme|morir|dormir
			cuantas|cuanta|cuanto|cuantos ..6 para|haria|harian|hacen|necesito|necesitaria|hay ..4 morir|matarme|morirme|matar|acabar|no
			busque|buscando|buscado|mire|mirado|leido|lei|investigue|investigando|mirando|googlee|encontre ..4 como|formas|manera|metodo|metodos|maneras|cuantas|cuanto ..6 morir|matarme|suicidarme|suicidarse|sin|morirme|indolora|rapido|matar|rapida
			dosis letal|mortal
			tengo|compre|consegui|consigo|guardo|esta|preparada|comprado ..3 soga|cuerda|pistola|arma|veneno|cuchilla|navaja|revolver|escopeta ..2
			el|un|del|de|al puente|balcon|acantilado|viaducto ..8 tirarme|saltar|salto|lanzarme|acabar|facil|tiro|tirarse|caer|lanzo|esperando|llamando
			desde el balcon|puente|tejado
			asomo|asome|asomada|asomado|mirando ..4 balcon|ventana|puente|vias|vacio|via ..8 tirarme|saltar|salto|caer|facil|acabar|pienso|pensando|todo|tiro
			pacto ..4 morir|irnos|suicida|juntos|juntas|suicidio
			irnos|morir|morirnos|acabar juntos|juntas ..1 [cuando]|$`},
	{key: "plan.decidido", class: Plan, why: "decided: a plan, a time",
		unless: "vacaciones viaje quimio operacion tratamiento",
		says: `
			para hacerlo [cuando]
			no hay vuelta atras
			solo me falta ..1 valor
			todo|lo arreglado|dejado|deje ..6 me voy|ire y|para no|siempre vuelvo|volvere
			me voy y no vuelvo|volvere $
			[cuando] ..2 me voy y|para no|siempre
			ya esta decidido|hecho|todo
			no busqueis|busquen|traten|intenten
			no se si hacerlo
			todo lo que hay|tengo|encuentre|haya en ..2 botiquin|cajon|casa|nevera
			acabo|acabare|termino con esto|todo !el|la
			[cuando] ..8 acabo|acabare|termino|terminare con
			decidido ..2 dia|forma|fecha|como|manera|hora
			la decision esta|tomada
			tengo ..2 fecha|dia|hora para|decidida|decidido|elegida|elegido|$
			tengo|hice|hecho|tenia|existe|hay ..2 un|el|mi|todo plan|planeado|planificado|preparado|listo|pensado ..6 $|morir|irme|matarme|como|cuando|para|noche|acabar|[cuando]
			tengo un|el plan
			tengo todo listo|preparado|planeado|planificado|pensado|decidido
			todo ..1 esta|queda|tengo ..1 listo|preparado|planeado|decidido|arreglado
			decidi|decidido|decision|elegi|elegido|escogi|escogido|fije|puesto|fijado|puse ..4 como|cuando|dia|fecha|hora|lugar|forma|manera|sitio|matarme|morir|morirme|irme|[matarme] ..1
			se ..1 como|cuando|donde ..2 hacerlo|voy|acabar|matarme|morir|y ..1
			voy a [matarme]
			voy a hacerlo [cuando]|$
			lo|la voy a hacer $|[cuando]
			lo hago|hare [cuando]|$
			[cuando] ..2 lo hago|hare|voy
			[cuando] ..2 [matarme]|acaba|termina|acabo|termino|acabara|terminara|hago|acabare !el|de
			[matarme] [cuando]
			[cuando] ..1 no ..1 estare|estoy|despertare|despierte|estar|existo|seguire
			[cuando] ya? estare|sere|estoy|voy ..2 muerta|muerto|libre|paz|ido|descansando|no
			no voy a estar|despertar|llegar|amanecer [cuando]
			no voy a estar|amanecer ..2 manana|aqui|mas|cuando
			[cuando] ..3 no voy a estar|despertar|existir|seguir
			no|ya estare aqui|manana|cuando ..1 manana|cuando|navidad|lunes|viernes
			esta|hoy noche|es es la|mi|el ultima|ultimo|noche|final
			mi|es|sera la? ultima|ultimo noche|dia|atardecer|amanecer
			me voy a matar|suicidar|ahorcar|colgar ..1 !de
			voy a morir|morirme [cuando]
			me mato [cuando]
			intente|intentado|trate [matarme] ..3 ayer|anoche|hoy|otra|semana|esta|voy`},
	{key: "plan.adios", class: Plan, why: "a goodbye for good",
		unless: "trasplante operan vemos paliativos hospicio remision alta padre madre abuelo abuela campana tratamiento medicos oncologo cuenta vacaciones",
		says: `
			me despido para|de siempre|este|la ..1 !cuenta
			mi despedida !de
			no me busquen|busqueis|busques|buscais
			carta|cartas|nota escrita|escritas|hecha
			cuando|si lean|leas|leais|lea|encuentren|leis|vean|estan|estas|alguien|leyendo ..3 esto|mensaje|carta|este ..2 ya|no|yo|es|estare|habre ..3
			cuando lean|leas|leais|leis esto
			me despido|despidiendo|despedirme de ..2 todos|ustedes|vosotros|este|mundo|todas|vida ..1
			vengo|quiero|queria|vine|escribo|entro|quise ..2 a|para|solo? despedirme !del
			adios a todos|todas|mundo|este|ustedes|vida|para
			adios ..1 para|mundo siempre|cruel|$
			adios ..4 perdon|perdonenme|perdonadme|gracias|quiero|perdoname
			ultimo|ultima mensaje|post|carta|publicacion|vez ..6 perdon|gracias|adios|quiero|escribo|perdonen|$
			carta|cartas|nota|notas ..3 escrita|escritas|despedida|hechas|despedidas|listas|guardadas|cajon|mesa|mesita|almohada|dejo|deje|dejado
			escrito|escribi|escribiendo|dejado|deje|dejo|dejando ..2 carta|cartas|nota|notas ..4 despedida|hijos|todos|marido|mesa|cajon|familia|madre|perdon|mesilla|explicando|adios|cada
			carta de despedida
			nota de suicidio|despedida
			perdonenme|perdonadme|perdoname|perdonen ..6 voy|hacer|puedo|hago|todo|hare|por|mas|esto|tengo
			cuiden|cuidad|cuida|cuidenme|cuidame|cuidar ..1 de|a|mucho? ..1 mis|mi|los ..1 hijos|hijo|hija|gato|perro|ninos|madre|hijas|nietos|mama ..6 yo|no|cuando|perdon|ya|sin|$
			digan|diganle|decidle|diles|dile|decid|diganles|decidles|dile ..4 que ..4 amo|ame|quise|quiero|perdone|culpa|perdonen|amaba|queria|quiere
			no es|fue|tiene|tienen culpa|la|nadie ..2 culpa|nadie|suya|vuestra $
			que nadie se sienta|culpe culpable|por
			ya no|nunca ..2 volvere|voy|van|sabran|tendran|vais ..3 escribir|saber|volver|noticias|molestar|leer ..3 mas|mi|nunca|nadie ..6 gracias|perdon|adios|quiero
			regale|regalado|repartido|repartiendo|regalando ..4 cosas|ropa|libros|joyas|todo ..8 no|falta|voy|necesitar|necesito`},
}
