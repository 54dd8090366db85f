package care

import (
	"regexp"
	"strings"
)

const street = `(?:[ \t]+(?:de|del|la|las|los|el|of|the))*`

var contacts = []rule{
	// 12 Orchard Road; Flat 3, 12 Orchard Road
	{kind: Address, cues: "street st road rd avenue ave av lane ln drive dr close court ct way place pl terrace crescent gardens square sq grove hill parade boulevard blvd walk row mews highway hwy parkway",
		names: true, before: regexp.MustCompile(`((?:\b(?i:flat|apt|apartment|unit|suite)\.?[ \t]*\d+[A-Za-z]?,?[ \t]+)?\b\d{1,5}[A-Za-z]?,?[ \t]+(?:` + capital + `[ \t]+){1,4})$`), whole: true},
	// Calle de Alcalá, 12
	{kind: Address, cues: "calle c avenida avda av plaza pza paseo camino carretera ronda travesía callejón rambla rúa",
		after: regexp.MustCompile(`^[./]*` + street + `[ \t]*(` + capital + `(?:` + street + `[ \t]+` + capital + `){0,4},?[ \t]+(?:n\.?[ºo°]?[ \t]*|núm\.?[ \t]*|número[ \t]+)?\d{1,4}\b)`), whole: true},
	// My address is 6 The Oaks
	{kind: Address, cues: "address addresses dirección domicilio",
		after: regexp.MustCompile(`^(?:[ \t]+(?:is|to|es|in|at))*:?\s*(\d{1,5}[A-Za-z]?,?[ \t]+(?:\d{1,5}[ \t]+)?` + capital + `(?:[ \t]+` + capital + `){0,4}|` + capital + `(?:[ \t]+` + capital + `){0,4},?[ \t]+\d{1,4}\b)`)},
	{kind: Address, cues: "live lives living lived moved located vivo vivimos",
		after: regexp.MustCompile(`^[ \t]+(?:at|on|en)[ \t]+(\d{1,5}[A-Za-z]?,?[ \t]+(?:\d{1,5}[ \t]+)?` + capital + `(?:[ \t]+` + capital + `){0,4}|` + capital + `(?:[ \t]+` + capital + `){0,4},?[ \t]+\d{1,4}\b)`)},
	{kind: Address, cues: "apt apartment flat suite", after: regexp.MustCompile(`^\.?[ \t]*(?:#|no\.?[ \t]*)?(\d{1,5}[A-Za-z]?)(?:[^.\d\pL]|\.\D|\.?$)`), whole: true},
	{kind: Address, cues: "box", before: regexp.MustCompile(`(?i)((?:\bp\.?[ \t]?o\.?|\bpsc[ \t]\d+,|\bunit[ \t]\d+,?)[ \t]+)$`), after: regexp.MustCompile(`^[ \t]+\d+`), whole: true},

	{kind: Postcode, cues: "postcode zip postal cp", after: regexp.MustCompile(`^(?:[ \t]+(?:code|number|is|es))*:?[ \t]+(\d{3,5}(?:-\d{3,4})?|[A-Za-z]{1,2}\d[A-Za-z\d]?[ \t]?\d[A-Za-z]{2})\b`)},

	{kind: Profile, cues: "instagram insta facebook twitter tiktok snapchat telegram whatsapp linkedin bluesky mastodon reddit discord skype",
		after: regexp.MustCompile(`^(?:[ \t]+(?:name|handle|account|page|user|id|me|as))*(?:[ \t]+(?:is|es|at|as)|[ \t]*[:=])?[ \t]*@([A-Za-z0-9._-]{2,40})`)},
	{kind: Profile, cues: "instagram insta facebook twitter tiktok snapchat telegram linkedin bluesky mastodon reddit discord skype",
		after: regexp.MustCompile(`^(?:[ \t]+(?:name|handle|account|page|user|id))*(?:[ \t]+(?:is|es)|[ \t]*[:=])[ \t]*([A-Za-z0-9._-]*[0-9._][A-Za-z0-9._-]*[A-Za-z0-9])`)},
	{kind: Profile, cues: "instagram insta facebook twitter tiktok snapchat telegram linkedin bluesky mastodon reddit discord",
		before: regexp.MustCompile(`@([A-Za-z0-9._-]{2,40})[ \t]+(?:on|en)[ \t]+$`)},
	// anything at gmail dot com
	{kind: Email, cues: "gmail hotmail outlook yahoo icloud protonmail",
		before: regexp.MustCompile(`([A-Za-z0-9._+-]+)[ \t]*(?:@|[(\[][ \t]*(?:at|arroba)[ \t]*[)\]]|[ \t](?:at|arroba))[ \t]*$`),
		after:  regexp.MustCompile(`^[ \t]*(?:\.|[(\[]?[ \t]*(?:dot|punto)[ \t]*[)\]]?)[ \t]*[a-z]{2,3}`), whole: true},
}

var (
	// unitAfter and townAfter are what may follow a street: "Flat 3", and up to
	// four short lines that end in a postcode.
	unitAfter = regexp.MustCompile(`^[ \t,.]*(?:\n[ \t>]*)?(?:\d{1,2}[ºª]|(?i:flat|apt|apartment|unit|suite|piso)\.?[ \t]*\d{1,5}[A-Za-z]?\b)`)
	townAfter = regexp.MustCompile(`^(?:[ \t]*[,.]?[ \t]*\n?[ \t>]*` + capital + `(?:[ \t]+` + capital + `){0,3}|[ \t]*,){0,4}[ \t,\n>]*(?:[A-Z]{1,2}[0-9][0-9A-Z]?[ \t]?[0-9][A-Z]{2}|[0-9]{4,5}(?:-[0-9]{3,4})?)\b`)

	// onItsLine is a number, a name and another number or a unit: "6 The Oaks 12".
	onItsLine = regexp.MustCompile(`^\d{1,5}(?:[ \t]+\d{1,5})?[ \t]+` + capital + `(?:[ \t]+` + capital + `){0,3}(?:,?[ \t]+(?:(?i:apt|suite|flat)\.?[ \t]*)?\d{1,4})(?:[ \t,.]*\n|[ \t]*,|[ \t]+(?i:apt|suite|flat)|[ \t]*$)`)
)

// block stretches an address over the flat, the town and the postcode after it.
func (s *scanner) block(at span) span {
	_, after := s.around(at)
	unit := len(unitAfter.FindString(after))
	return span{at.from, at.to + unit + len(townAfter.FindString(after[unit:]))}
}

// line returns the length of an address that begins with word i, on a line of its
// own or after words that lead to one.
func (s *scanner) line(i int, rest string) int {
	before, _ := s.around(s.words[i].span)
	begins := strings.TrimRight(before, " \t>?")
	if begins != "" && begins[len(begins)-1] != '\n' && !s.said(i, 1, leads) {
		return 0
	}
	if i+1 < len(s.words) && months[s.words[i+1].lower] {
		return 0
	}
	return len(strings.TrimRight(onItsLine.FindString(rest), " \t,.\n"))
}

// leads are the words after which an address stands.
var leads = set("at is on address")
