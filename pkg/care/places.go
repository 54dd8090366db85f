package care

import "regexp"

// namesAfter is a name with small words in it: "Hospital de la Santa Rosa".
const (
	namesAfter = `^[ \t]+((?:(?:of|for|de|del|la|el|los|las|the)[ \t]+)*` + capital + `(?:[ \t]+(?:(?:of|and|de|del|la|los|las|d)[ \t]+)*` + capital + `){0,4})`
)

var places = []rule{
	{kind: Hospital, cues: "hospital hospitals infirmary clinic hospice", names: true, whole: true},
	{kind: Hospital, cues: "centre center", names: true, near: set("cancer medical oncology treatment health"), whole: true},
	{kind: Hospital, cues: "hospital hospice clínica clinica policlínica ambulatorio", after: regexp.MustCompile(namesAfter), whole: true},
	{kind: Hospital, cues: "salud", near: set("centro"), after: regexp.MustCompile(namesAfter), whole: true},
	{kind: Hospital, cues: "st saint", near: set("at to in from under"), after: regexp.MustCompile(`^\.?[ \t]+(` + capital + `['’]s?)`), whole: true},
	{kind: Hospital, cues: "marsden addenbrooke addenbrookes clatterbridge velindre beatson kettering uclh anderson hebron marañón bellvitge papworth",
		before: regexp.MustCompile(`((?:(?i:the|royal|sloan|memorial|md|m\.d\.|vall|d['’]|gregorio)[ \t]*)*)$`), whole: true},
	{kind: Hospital, cues: "christie", near: set("the")},

	{kind: School, cues: "school college academy university", names: true, whole: true},
	{kind: School, cues: "university college universidad", after: regexp.MustCompile(`^[ \t]+(?:of|de)[ \t]+` + named), whole: true},
	{kind: School, cues: "colegio instituto escuela ies ceip", after: regexp.MustCompile(namesAfter), whole: true},
	{kind: Work, cues: "work works worked working job employed", after: regexp.MustCompile(`^[ \t]+(?:for|at)[ \t]+(?:the[ \t]+)?(` + capital + `(?:[ \t]+(?:(?:and|of|&)[ \t]+)?` + capital + `){0,4})`)},
	{kind: Work, cues: "trabajo trabaja trabajaba trabajé trabajado trabajando empleado empleada", after: regexp.MustCompile(`^[ \t]+(?:en|para|por)[ \t]+(?:el[ \t]+|la[ \t]+)?` + named)},
	{kind: Work, cues: "employer boss manager company jefe jefa empresa", after: regexp.MustCompile(`^(?:[ \t]+(?:is|at|es|en)|,)[ \t]+` + named)},
	{kind: Work, cues: "teacher nurse driver engineer manager cook chef cleaner carer assistant officer lecturer lawyer solicitor accountant profesora profesor conductor enfermera camarero camarera",
		after: regexp.MustCompile(`^[ \t]+(?:at|for|en)[ \t]+(?:the[ \t]+|el[ \t]+|la[ \t]+)?` + named)},

	{kind: Place, cues: "live lives living lived based near vivo vivía vivimos reside", after: regexp.MustCompile(`^[ \t]+(?:in|near|just[ \t]+outside|outside|en|cerca[ \t]+de)?[ \t]*` + named)},
	{kind: Place, cues: "from", near: set("m re am are originally come comes hello hi greetings writing"), after: regexp.MustCompile(`^[ \t]+` + named)},
	{kind: Place, cues: "soy somos cerca", after: regexp.MustCompile(`^[ \t]+de[ \t]+` + named)},
	{kind: Place, cues: "moved", after: regexp.MustCompile(`^[ \t]+(?:here[ \t]+)?(?:to|from)[ \t]+` + named)},
	{kind: Place, cues: "i", after: regexp.MustCompile(`^(?:['’]m|[ \t]+am)[ \t]+(?:in|from)[ \t]+` + named)},
}

// countries are too large to point to anyone.
var countries = set(`england scotland wales ireland britain uk usa us america canada australia zealand spain france germany italy portugal netherlands belgium mexico argentina chile colombia peru india europe africa
españa francia alemania italia méxico perú inglaterra irlanda europa`)
