package care

// hintsSpanish are what people say in Spanish when they are worn out: see [hints].
var hintsSpanish = []saying{
	{key: "hint.carga", hint: "burden", why: "feels a burden", whose: true,
		says: `
			soy|siento|sentirme|ser|siendo|hecho|convertido|como ..3 carga|estorbo|lastre|peso
			una|tremenda carga para|$
			arruino|arruinando|amargo|amargando|arruinar|jodiendo|hundiendo ..2 vida|vidas|familia
			merecen|merece ..2 mejor|vida|algo`},
	{key: "hint.sin_salida", hint: "hopeless", why: "sees no way on",
		says: `
			no hay|veo|tengo|tiene|encuentro ..1 salida|esperanza|futuro|remedio|solucion|sentido
			sin salida|esperanza|futuro|sentido
			perdi|perdido la|toda esperanza|fe
			nada ..2 sentido|importa|ilusion
			para que $
			que sentido tiene
			no sirve de nada
			todo ..1 da|es ..1 igual|negro|oscuro|inutil
			vacia|vacio por|$|dentro
			odio mi vida`},
	{key: "hint.no_mas", hint: "worn", why: "cannot any more",
		says: `
			no quiero sufrir
			no ..1 puedo mas
			no ..1 puedo con esto|todo|la|mi|mas
			no ..1 aguanto mas|esto|$
			no ..1 doy|soporto|resisto mas|esto|$
			estoy|me|tan ..1 cansada|cansado|harta|harto|agotada|agotado de todo|luchar|sufrir|esto|fingir
			tirar la toalla
			me rindo
			rendirme
			quiero que ..3 acabe|termine|pare|pase
			que ..1 acabe|termine|pare ya|esto|todo|de
			solo quiero descansar|paz|dormir
			quiero descansar|paz
			sin fuerzas
			no tengo|quedan fuerzas
			se acabo`},
	{key: "hint.no_valgo", hint: "worth", why: "thinks nothing of themselves",
		says: `
			no sirvo|valgo ..2 nada|$
			inutil
			me odio
			soy ..2 fracaso|basura|mierda|desastre
			no merezco`},
	{key: "hint.sola", hint: "alone", why: "alone with it",
		says: `
			nadie me|le|se ..1 quiere|entiende|importa|llama|necesita|visita|escucha|importo|acuerda
			a nadie le importo|importa
			completamente|totalmente|tan|siento sola|solo`},
	{key: "hint.irme", hint: "absence", why: "thinks of not being here",
		says: `
			quiero irme
			quisiera irme
			me quiero ir
			[quiero] desaparecer
			[quiero] dormir
			si me muero|muriera
			pienso en ..2 muerte|morir|morirme
			pensamientos oscuros|malos|negros|feos
			estar en paz
			descansar en paz
			con mi ..3 cielo`},
	{key: "hint.medios", hint: "means", means: true, why: "names a means at hand",
		says: `
			[pastillas] ..4 mano|delante|mesita|mesa|frente|lado|guardadas|guardados
			mirando|miro|contando|conte|mire|cuento ..2 [pastillas]
			soga|pistola|cuerda
			puente
			balcon
			sobredosis`},
	{key: "hint.cuando", hint: "time", why: "names a time",
		says: `
			[cuando] es el dia
			ya lo decidi
			vuelta atras
			mi ultima|ultimo noche|dia`},
	{key: "hint.despedida", hint: "bye", why: "says goodbye, asks pardon", unless: "paliativos hospicio",
		says: `
			gracias a las|los que
			adios a|$
			adios todos
			perdonenme|perdonadme|perdon por|a ..2 todo|todos
			gracias por todo
			los|os quiero|amo a? todos|mucho|$
			cuiden|cuidad|cuidense de|mucho|a|$
			carta|cartas de|para`},
}
