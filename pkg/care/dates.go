package care

import (
	"regexp"
	"strconv"
)

// months by their names, English and Spanish.
var months = set(`january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`)

// birth are the words that make a date a birthday.
var birth = set(`born birthday birth dob nací naci nacido nacida nació nacimiento cumpleaños`)

var (
	dayFirst  = regexp.MustCompile(`^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:19|20)?[0-9]{2})(?:[^0-9/]|$)`)
	yearFirst = regexp.MustCompile(`^((?:19|20)[0-9]{2})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})(?:[^0-9/]|$)`)
	measure   = regexp.MustCompile(`^[ \t-]*(?i:months?|weeks?|days?|years?|hours?|mg|ml|meses|semanas|días|años|horas)\b`)

	dayBefore = regexp.MustCompile(`(?:\b(?:the|el)[ \t]+)?\b([0-9]{1,2})(?:st|nd|rd|th|º)?[ \t-]*(?:of[ \t]+|de[ \t]+)?$`)
	yearAfter = regexp.MustCompile(`^(?:\.|,|[ \t]+de|[ \t]+del)?[ \t-]+((?:19|20)[0-9]{2})\b`)
	dayAfter  = regexp.MustCompile(`^\.?[ \t]+([0-9]{1,2})(?:st|nd|rd|th)?\b(?:,?[ \t]+((?:19|20)[0-9]{2})\b)?`)
)

// written looks for a full date around word i, the name of a month: "12 March
// 2021", "March 12, 2021", "12 de marzo de 2021". A birthday needs no year.
func (s *scanner) written(i int) {
	w := s.words[i]
	before, after := s.around(w.span)
	month, born := s.text[w.from:w.to], s.said(i, 6, birth)
	if match := dayAfter.FindStringSubmatchIndex(after); match != nil && (born || match[4] >= 0) {
		keep := ""
		if match[4] >= 0 {
			keep = month + " " + after[match[4]:match[5]]
		}
		s.date(born, span{w.from, w.to + match[1]}, keep)
		return
	}
	day := dayBefore.FindStringIndex(before)
	if day == nil {
		return
	}
	from := w.from - len(before) + day[0]
	if year := yearAfter.FindStringSubmatchIndex(after); year != nil {
		s.date(born, span{from, w.to + year[1]}, month+" "+after[year[2]:year[3]])
	} else if born {
		s.date(born, span{from, w.to}, "")
	}
}

// numericDate looks for a full date in figures that begins with word i, and
// returns where it ends.
func (s *scanner) numericDate(i int, rest string) (end int) {
	w := s.words[i].span
	var year string
	var length int
	if match := yearFirst.FindStringSubmatchIndex(rest); match != nil {
		year, length = rest[match[2]:match[3]], match[7]
		if !calendar(rest[match[6]:match[7]], rest[match[4]:match[5]]) {
			return 0
		}
	} else if match := dayFirst.FindStringSubmatchIndex(rest); match != nil {
		first, second := rest[match[2]:match[3]], rest[match[4]:match[5]]
		year, length = rest[match[6]:match[7]], match[7]
		if rest[match[3]] != rest[match[5]] || !calendar(first, second) && !calendar(second, first) || measure.MatchString(rest[length:]) {
			return 0
		}
		if len(year) == 2 {
			if rest[match[3]] != '/' { // 2-3-10 is as likely a range
				return 0
			}
			year = ""
		}
	} else {
		return 0
	}
	s.date(s.said(i, 6, birth), span{w.from, w.from + length}, year)
	return w.from + length
}

func calendar(day, month string) bool {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	return d >= 1 && d <= 31 && m >= 1 && m <= 12
}

// date adds a full date, of which only keep may stay.
func (s *scanner) date(born bool, at span, keep string) {
	if born {
		s.add(Birth, string(Birth), at)
		return
	}
	s.found = append(s.found, Detail{Kind: Date, From: at.from, To: at.to, Keep: keep, Safer: "care.safer.date"})
}
