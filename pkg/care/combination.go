package care

import (
	"regexp"
	"strings"
)

var (
	yearsOld = regexp.MustCompile(`^[ \t-]*(?i:years?[ \t-]*old|yrs?[ \t-]*old|y/?o\b|años)`)
	ageCue   = regexp.MustCompile(`(?i)(?:\b(?:i['’]m|i[ \t]+am|aged?(?:[ \t]+of)?|turned|turning|tengo|cumplí|cumplo)[ \t]+)$`)
	notAge   = regexp.MustCompile(`^[ \t]*(?i:%|/|kg|mg|ml|cm|st\b|stone|lbs?|pounds|kilos?|weeks?|months?|days?|hours?|minutes?|miles?|cycles?|sessions?|rounds?|degrees|semanas|meses|días|horas|kilos|ciclos|sesiones)`)
)

// illness is what makes age and place together point to somebody.
var illness = set(`cancer cancers cáncer lymphoma hodgkin hodgkins leukaemia leukemia sarcoma melanoma myeloma glioblastoma glioma carcinoma mesothelioma neuroblastoma myelofibrosis tumour tumor tumors tumours
metastatic metastases mets stage linfoma leucemia mieloma glioblastoma metástasis tumores carcinoide carcinoid als ms parkinson lupus fibrosis esclerosis`)

// combination adds ages and places where a text tells both, and an illness.
// Anyone may say that she is 54; a woman of 54 with a sarcoma in Oswestry may be
// the only one.
func (s *scanner) combination() {
	homes := s.homes[:0]
	for _, home := range s.homes {
		if !countries[strings.ToLower(s.text[home.from:home.to])] {
			homes = append(homes, home)
		}
	}
	if !s.ill || len(homes) == 0 {
		return
	}
	s.findAges()
	if len(s.ages) == 0 {
		return
	}
	for _, age := range s.ages {
		s.add(Age, "age_"+s.text[age.from:age.from+1]+"0", age)
	}
	for _, home := range homes {
		s.add(Place, string(Place), home)
	}
}

// findAges looks at every number of two figures.
func (s *scanner) findAges() {
	for _, w := range s.words {
		text := s.text[w.from:w.to]
		if len(text) < 2 || text[0] < '1' || text[0] > '9' || text[1] < '0' || text[1] > '9' || len(text) > 2 && text[2] >= '0' && text[2] <= '9' {
			continue
		}
		before, after := s.around(span{w.from, w.from + 2})
		if match := yearsOld.FindString(after); match != "" {
			s.ages = append(s.ages, span{w.from, w.from + 2 + len(match)})
		} else if len(text) == 2 && ageCue.MatchString(before) && !notAge.MatchString(after) {
			s.ages = append(s.ages, w.span)
		}
	}
}
