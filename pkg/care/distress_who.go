package care

// wordsAround are the words that tell whose a wish is, whether it is so, and when.
var wordsAround = map[string]string{
	"self": "i me yo quiero quisiera tengo estoy soy puedo pienso prefiero deseo necesito siento merezco sigo voy aguanto ojala veo mi",
	"other": `we us he she they him you your who mum dad mother father parents wife husband partner son daughter brother sister friend aunt uncle aunty auntie gran grandma grandad nan nana
		grandfather grandmother patient patients neighbour cousin boyfriend girlfriend kid kids child children nephew niece teen teenager colleague someone somebody anybody people woman man lady guy
		nosotros nosotras ella ellos ellas usted ustedes padre madre padres esposo esposa marido mujer pareja hijo hija hijos hermano hermana amigo amiga tio tia abuelo abuela primo prima paciente pacientes vecino vecina novio novia alguien suegra suegro`,
	"link": "but and because so though although while when then also yet whereas pero y porque aunque mientras cuando entonces e",
	"not":  "not never no nor neither without hardly none nadie nunca jamas ni sin tampoco",
	// after “not”, these turn it away from what follows: “I cannot stop thinking of …”
	"through":    "hallo encuentro veo entiendo stop help shake care know sure matter lie see only deny hide escape understand because why afraid scared wait puedo dejar paro evitar importa miedo aguanto soporto wonder",
	"past":       "wanted wished thought felt hoped considered contemplated tried attempted prayed planned googled begged fantasised queria quise pense pensaba intente deseaba desee senti sentia rogaba pedia llegue planeaba trate prefiria tenia tuve estuve estaba era fui intentaba soñaba sone was had became",
	"told":       "was were had became used felt wanted thought came got started began made remember tenia tuve estuve estaba era fui llegue empece podia",
	"perfect":    "have has having ha haya he",
	"recent":     "tonight today yesterday lately recently morning anoche hoy ayer pasada",
	"lately":     "night nights week weeks month months weekend evening hour hours noche semana semanas tarde",
	"last":       "last this past these every few all esta estas ultima ultimas",
	"ago":        "ago years twenties teens back then once before hace anos entonces antes adolescente adolescence",
	"asked":      "asked asks asking checks checked questionnaire screening whether ticked leaflet label warning effect effects phq preguntaron preguntan cuestionario prospecto",
	"says":       "said says saying say tells told asked asks shouted screamed wrote texted goes commented called titled yelled sings sang whispered muttered dice decia dijo dicen decian gritaba escribio repetia repite pregunto diciendo cancion song book film titulo line",
	"quoter":     "i yo",
	"participle": "comprado decidido pensado mirado tenido dejado escrito hecho intentado buscado guardado tomado planeado perdido querido vuelto estado llegado empezado preparado elegido deseado sentido tomado juntado escondido",
	"wishing":    "wish if wishing hope",
	"verb":       "be do take end never go have kill jump hang not see miss stop finally just die sleep leave",
	"tome":       "me us you told someone anyone people them him her tell tells saying says said",
}

// window is how many words the rules look around: further away, another subject is
// likelier than this one.
const window = 8

// is tells whether token i is one of the words of mark.
func (w *weighing) is(i int, mark string) bool { return w.grammar.is(mark, w.tokens[i].word) }

// saidByAnother tells whether h stands in somebody else's “…”: a word of saying is
// close, and its subject is not the author.
func (w *weighing) saidByAnother(h hit) bool {
	quoted := w.tokens[h.from].quoted
	if quoted == 0 {
		return false
	}
	from, to := h.from, h.to
	for n := 0; n < 60 && from > 0 && w.tokens[from-1].quoted == quoted; n++ {
		from--
	}
	for n := 0; n < 60 && to < len(w.tokens) && w.tokens[to].quoted == quoted; n++ {
		to++
	}
	for i := from - 1; i >= 0 && i >= from-6; i-- {
		if w.is(i, "says") {
			return i == 0 || !w.is(i-1, "quoter") && (i < 2 || !w.is(i-2, "quoter"))
		}
	}
	for i := to; i < len(w.tokens) && i < to+4; i++ {
		if w.is(i, "says") {
			return !w.is(i-1, "quoter") && (i+1 == len(w.tokens) || !w.is(i+1, "quoter"))
		}
	}
	return false
}

// denied tells whether a “not” before h turns it round.
func (w *weighing) denied(h hit) bool {
	if w.is(h.from, "not") {
		return false
	}
	for i := h.from; i > 0 && i > h.from-5; i-- {
		if w.tokens[i].stop != joined || w.is(i-1, "link") {
			return false
		}
		if w.is(i-1, "not") {
			return !w.is(i, "through") && (i < 2 || !w.word(i-2, "why"))
		}
	}
	return false
}

// asked tells whether h is only what a question or a leaflet says.
func (w *weighing) asked(h hit) bool {
	for i := h.from; i > 0 && i > h.from-window && w.tokens[i].stop != ended; i-- {
		if w.is(i-1, "asked") {
			return true
		}
	}
	return false
}

// word tells whether token i is word.
func (w *weighing) word(i int, word string) bool { return w.tokens[i].word == w.names[word] }

// another tells whether the nearest subject before h is somebody else. Past a
// comma or an “and” the author may be the subject all the same: “I love my
// husband but want to die”.
func (w *weighing) another(h hit) bool {
	linked := false
	other := false
	for i := h.from; i < h.to; i++ {
		if w.is(i, "self") {
			return w.told(i)
		}
	}
	for i := h.from - 1; i >= 0 && i >= h.from-window; i-- {
		if w.tokens[i+1].stop == ended {
			break
		}
		linked = linked || w.tokens[i+1].stop != joined || w.is(i, "link")
		switch {
		case w.is(i, "self"):
			return !linked && w.told(i)
		case w.word(i, "he") && w.is(i+1, "participle"): // Spanish: I have …
			return false
		case w.is(i, "other") && !linked:
			return true
		case w.is(i, "other"):
			other = true
		}
	}
	return other && !linked
}

// told tells whether the “I” at token i is another's: “she says I want to die”.
func (w *weighing) told(i int) bool {
	return i >= 2 && w.tokens[i].stop == joined && w.is(i-1, "says") && w.is(i-2, "other")
}

// past tells whether h is told of a time that is over, and no day close to now is
// named.
func (w *weighing) past(h hit) bool {
	verb := h.from
	if w.word(verb, "me") && verb+1 < h.to {
		verb++ // Spanish: me quería morir
	}
	then := w.is(verb, "past") && !w.perfect(verb)
	for i := h.from - 1; !then && i >= 0 && i >= h.from-4 && w.tokens[i+1].stop == joined && !w.is(i, "link"); i-- {
		then = w.is(i, "told") && !w.perfect(i) || i+1 == h.from && w.word(i, "could") && w.is(h.from, "not") && !w.near(h, 4, "wishing")
	}
	return then && !w.recent(h)
}

// perfect tells whether the verb at token i reaches into now: “have wanted”.
func (w *weighing) perfect(i int) bool {
	return i > 0 && w.is(i-1, "perfect") || i > 1 && w.is(i-2, "perfect")
}

// recent tells whether a day close to now is named in the same breath as h.
func (w *weighing) recent(h hit) bool {
	from, to := h.from, h.to
	for n := 0; n < window && from > 0 && w.tokens[from].stop != ended; n++ {
		from--
	}
	for n := 0; n < window && to < len(w.tokens) && w.tokens[to].stop == joined && !w.is(to, "link"); n++ {
		to++
	}
	for i := from; i < to; i++ {
		if w.is(i, "recent") || w.is(i, "lately") && i > 0 && w.is(i-1, "last") {
			return true
		}
	}
	return false
}

// reported tells whether an insult is told of, not made: “he told me to …”.
func (w *weighing) reported(h hit) bool {
	for i := h.from - 1; i >= 0 && i >= h.from-5 && w.tokens[i+1].stop != ended; i-- {
		if w.is(i, "tome") {
			return true
		}
	}
	return false
}

// near tells whether a word of mark stands within n words of h, in its sentence.
func (w *weighing) near(h hit, n int, mark string) bool {
	set := w.grammar.marks[mark]
	for i := h.from - 1; i >= 0 && i >= h.from-n && w.tokens[i+1].stop != ended; i-- {
		if in(set, w.tokens[i].word) {
			return true
		}
	}
	for i := h.to; i < len(w.tokens) && i < h.to+n && w.tokens[i].stop != ended; i++ {
		if in(set, w.tokens[i].word) {
			return true
		}
	}
	return false
}
