package care

import (
	"regexp"
	"strings"
)

var (
	figures    = regexp.MustCompile(`[0-9]`)
	dottedIP   = regexp.MustCompile(`^(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}(?:[^0-9.]|\.[^0-9]|\.?$)`)
	ukPostcode = regexp.MustCompile(`^([A-Za-z]{1,2})[0-9](?:[0-9]|[A-Za-z])?[ \t]?[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b`)
	postcode   = regexp.MustCompile(`^(?:[ABCEGHJ-NPRSTVXY][0-9][A-Z][ -]?[0-9][A-Z][0-9]|[0-9]{5}-[0-9]{3,4})\b`)
	iban       = regexp.MustCompile(`^(?:[A-Za-z]{2}[0-9]{2}[A-Za-z0-9]{11,30}|[A-Z]{2}[0-9]{2}(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?)\b`)
	// document is a Spanish NIE or DNI, or a British National Insurance number,
	// which may begin in the word before.
	document = regexp.MustCompile(`^(?:[XYZ]-?[0-9]{7}-?[A-Z]|[0-9]{8}-?[TRWAGMYFPDXBNJZSQVHLCKE]|[A-CEGHJ-PR-TW-Z]{2}[ \t]?(?:[0-9]{2}[ \t]?){3}[A-D])\b`)
	state    = set(`al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy aa ae ap`)

	phoneCue = set(`phone telephone tel mobile mob cell call ring text whatsapp fax number landline desk office reach teléfono telefono tlf tfno móvil movil llámame llamame llamar llama contacto`)
	whose    = set(`nhs hospital patient mrn record account card membership policy insurance passport licence license security ssn ni dni nie nif clínica sanitaria paciente expediente tarjeta pasaporte social cuenta cc`)
	link     = set(`number num no nr id número nº is es my mi de del`)
)

// number says whether word i, which has a figure in it, begins a date, a telephone
// number, a postcode or a number of somebody's, and where that ends.
func (s *scanner) number(i int) (end int) {
	w := s.words[i].span
	if part(s.text[:w.from]) {
		return 0
	}
	rest := s.text[w.from:min(len(s.text), w.from+80)]
	take := func(kind Kind, from, length int) int {
		s.add(kind, string(kind), span{from, w.from + length})
		return w.from + length
	}
	if after := strings.TrimLeft(rest, "0123456789"); after != "" && strings.IndexByte("/.-", after[0]) >= 0 {
		if end := s.numericDate(i, rest); end > 0 {
			return end
		}
		if match := dottedIP.FindString(rest); match != "" {
			return take(Number, w.from, strings.LastIndexAny(match, "0123456789")+1)
		}
	}
	if match := ukPostcode.FindStringSubmatch(rest); match != nil && areas[strings.ToUpper(match[1])] {
		return take(Postcode, w.from, len(match[0]))
	}
	if match := postcode.FindString(rest); match != "" {
		return take(Postcode, w.from, len(match))
	}
	if match := document.FindString(rest); match != "" {
		return take(Number, w.from, len(match))
	}
	if match := iban.FindString(rest); len(figures.ReplaceAllString(match, "")) <= len(match)-10 {
		return take(Number, w.from, len(match))
	}
	if i > 0 && w.from-s.words[i-1].from == 3 { // the letters stand apart: "AB 12 34 56 C"
		if match := document.FindString(s.text[w.from-3 : min(len(s.text), w.from+80)]); len(match) > 3 {
			return take(Number, w.from-3, len(match)-3)
		}
	}
	if length := s.line(i, rest); length > 0 {
		whole := s.block(span{w.from, w.from + length})
		s.add(Address, string(Address), whole)
		return whole.to
	}
	runs := groups(rest)
	if len(runs) == 0 {
		return 0
	}
	if runs[0].to == 5 && i > 0 && state[s.words[i-1].lower] && shouted(s.text[s.words[i-1].from:s.words[i-1].to]) {
		return take(Postcode, w.from, 5)
	}
	from := w.from
	for from > 0 && w.from-from < 2 && strings.IndexByte("+(", s.text[from-1]) >= 0 {
		from--
	}
	owned, rung := s.owned(i), s.said(i, 3, phoneCue)
	for ; len(runs) > 0; runs = runs[:len(runs)-1] {
		length := runs[len(runs)-1].to
		if kind := classify(s.text[from:w.from], rest[:length], runs, owned, rung); kind != "" {
			return take(kind, from, length)
		}
	}
	return 0
}

// part tells whether what follows before is the rest of something longer: the
// path of an address, the decimals of a figure.
func part(before string) bool {
	if before == "" {
		return false
	}
	switch before[len(before)-1] {
	case '/', '=', '_', '&', '%':
		return true
	case '.':
		return len(before) > 1 && '0' <= before[len(before)-2] && before[len(before)-2] <= '9'
	}
	return false
}

// owned tells whether the words before word i say whose number it is: "hospital
// number", "DNI".
func (s *scanner) owned(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch lower := s.words[j].lower; {
		case whose[lower]:
			return j < i-1 || lower != "card" && lower != "hospital" && lower != "patient" && lower != "social"
		case !link[lower]:
			return false
		}
	}
	return false
}

// groups finds the runs of figures that s begins with, at most 22 figures in
// all, with no more than a few marks between one and the next.
func groups(s string) (runs []span) {
	total := 0
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			i++
		}
		if total += i - start; i == start || total > 22 {
			break
		}
		runs = append(runs, span{start, i})
		gap := len(s[i:]) - len(strings.TrimLeft(s[i:], " ().-\u2013\u2011"))
		if i += gap; gap == 0 || gap > 3 {
			break
		}
	}
	return runs
}

// classify says what a run of figures is, by the sizes of its groups, what it
// opens with ("+", "(") and what was said before it; "" for nobody's number.
func classify(opening, text string, runs []span, owned, rung bool) Kind {
	shape := make([]byte, 0, 8)
	digits := make([]byte, 0, 24)
	for _, run := range runs {
		shape = append(shape, byte('0'+min(run.to-run.from, 9)))
		digits = append(digits, text[run.from:run.to]...)
	}
	n, solid, form := len(digits), len(runs) == 1, string(shape)
	switch {
	case owned && n >= 5:
		return Number
	case n < 7:
		return ""
	case n == 10 && (form == "334" || solid) && !rung && !strings.Contains(text, "-") && nhs(digits):
		return Number
	case form == "324" && strings.Count(text, "-") == 2: // US social security
		return Number
	case n >= 8 && n <= 15 && strings.HasPrefix(opening, "+"), n >= 11 && n <= 16 && digits[0] == '0' && digits[1] == '0':
		return Phone
	case n >= 9 && n <= 11 && digits[0] == '0' && shape[0] > '1' && len(form) <= 5:
		return Phone
	case n <= 11 && strings.HasPrefix(opening, "(") && strings.Contains(text, ")"):
		return Phone
	case form == "334", form == "1334" && digits[0] == '1':
		return Phone
	case digits[0] >= '6' && (form == "333" || form == "3222" || n == 9 && solid): // Spain
		return Phone
	case form == "2222" && !strings.Contains(text, " "):
		return Phone
	case solid && (n == 10 || n == 12 && (digits[0] == '4' && digits[1] == '4' || digits[0] == '3' && digits[1] == '4')):
		return Phone
	case solid && n >= 11, form == "4444", form == "465":
		return Number
	case n <= 15 && len(form) <= 5 && rung:
		return Phone
	}
	return ""
}

// nhs tells whether ten figures are a number of the NHS, by its check digit.
func nhs(digits []byte) bool {
	sum := 0
	for i := range 9 {
		sum += int(digits[i]-'0') * (10 - i)
	}
	return (11-sum%11)%11 == int(digits[9]-'0')
}

// areas are the letters that a British postcode can begin with.
var areas = set(`AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`)
