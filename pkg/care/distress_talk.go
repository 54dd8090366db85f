package care

// talk is talk of dying as a part of life and illness, and of others.
var talk = []saying{
	{key: "talk.assisted", class: Talk, why: "assisted dying as a subject",
		says: `
			assisted dying|suicide|death
			euthanasia|dignitas|eutanasia
			right to die
			medical assistance in dying
			maid ..4 assessment|approved|canada|law|provision
			death with dignity
			muerte digna|asistida
			suicidio asistido
			voluntad vital|anticipada`},
	{key: "talk.dying", class: Talk, why: "dying as a part of life, or a manner of speaking",
		says: `
			hospice|palliative|hospicio|paliativos
			die at|in|with home|hospice|hospital|peace|dignity|my
			morir en|con casa|paz|mi|dignidad
			end of life
			dying at home
			months|weeks|days left to live
			weeks|months to live
			quedan|queda|dieron ..2 meses|semanas|dias`},
	{key: "talk.fear", class: Talk, why: "afraid of dying",
		says: `
			afraid|scared|terrified|frightened of dying|death
			miedo a|de morir|morirme|muerte
			terminal`},
	{key: "talk.of_it", class: Talk, why: "the word alone: a leaflet, a loss, a helpline",
		says: `
			suicide|suicidal|suicidio|suicida
			[end_me]
			self harm
			took|taken his|her|their own life
			se quito|suicido ..1 la vida|$`},
}

// aimed is said to another: conduct, not care.
var aimed = []saying{
	{key: "aimed.at_you", class: Aimed, why: "wishes another dead", whose: true,
		unless: "mower overdoing",
		says: `
			you are|you ..1 a? waste of ..1 oxygen|air|space|skin
			put you down
			praying|hope|hopes|hoping|wish ..2 you will|would ..1 die
			you deserve your|the|this cancer|tumour|disease
			your kids|family|husband|wife|children|mother ..1 better off ..1 with|without|if you ..1 dead|gone|die
			you should ..1 have|of died
			^ no one|nobody would miss you
			people like you ..4 die|dead
			better place without people like|you
			kys
			^ kill|unalive yourself|urself|yourselves !trying|over|doing|with|for
			go|should|better|please|can|and|ought|must|to ..2 kill|unalive|hang|shoot|drown|off yourself|urself|yourselves !trying|over|doing|with|for|too
			^ go and? die|choke|rot|hang|drown
			^ drop dead $
			^ hang|shoot|drown yourself
			hope you|your|u ..2 die|dies|rot|choke|suffer
			hope you|your get cancer|aids
			wish you|your|u ..2 died|dead|would die|were|was|had died|dead
			you should|deserve|ought|need ..2 die|be dead|hang|not be alive|have died|to die
			you ..1 deserve|deserved to? die|cancer|your cancer|it to kill
			you do not deserve to live|be alive|breathe
			why do|have not you|u just? die|drop|kill|jump|end ..2 already|off|yourself|dead|$
			why are you still|not alive|dead
			do us|everyone ..3 favour|favor|world ..3 die|jump|overdose|off|end|kill|drop|take ..3 $|yourself|it|pills|dead|bridge
			go jump|hang|drown ..2 off|yourself|in ..2 bridge|cliff|$|lake
			go|just drink|swallow bleach|poison|antifreeze
			^ drink bleach
			world|forum|place|everyone|we|family ..3 better off|place ..1 without you|u|yours
			better off ..1 without you
			better if you were|was dead|gone|not
			nobody|no one would|will ..1 miss|care|mourn|notice ..3 if|when you|u died|die|were|are
			nobody would miss you
			hope the|your cancer|tumour|chemo|disease kills|takes|gets|finishes|eats ..1 you
			the sooner you die|are|drop ..1 better|dead
			i will kill|murder|shoot|stab|find you !with
			going to kill|murder|hurt|find|stab|shoot you
			waste of oxygen|air|space you
			you are|you a waste of oxygen|air|space`},
	{key: "aimed.at_you_es", class: Aimed, why: "wishes another dead, in Spanish", whose: true,
		says: `
			haznos|hazle|haz ..4 suicidate|matate|muerete|tirate
			tirate por|de|al|desde un|el|la ..1
			^ matate|suicidate|muerete|muerase|ahorcate|matese|suicidese
			por|anda|vete|ve|mejor|deberias|porque|no|ya ..2 matate|suicidate|muerete|ahorcate|morirte|matarte|suicidarte
			ojala te|os|se mueras|murieras|mates|murais|pudras|mate|lleve ..2 $|ya|pronto|cancer|sola|solo|todos|tu
			ojala ..2 cancer te mate|lleve
			espero que te mueras|pudras
			merecias|mereces morir|morirte|cancer|el ..1
			te voy a matar|encontrar
			haznos|hazle|hacenos|haz ..2 favor ..2 muerete|matate|morirte|mueras|mates
			nadie te va a extranar|llorar
			el mundo|todos|foro ..3 mejor sin ti|vos
			deberias estar|haberte muerto|muerta`},
}
