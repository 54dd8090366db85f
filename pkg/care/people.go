package care

import "regexp"

// A name is one to four words with a capital, such as "Ana M. de la Cruz".
const (
	capital = `\p{Lu}(?:\.|(?:[\p{L}\p{M}]|['’-][\p{L}\p{M}])*)`
	named   = `(` + capital + `(?:[ \t]+(?:(?:de|del|la|las|los|van|von|der|da|dos|bin|y)[ \t]+){0,2}` + capital + `){0,3})`
	twice   = `(` + capital + `(?:[ \t]+(?:(?:de|del|la|las|los|van|von|der|da|dos|bin|y)[ \t]+){0,2}` + capital + `){1,3})`
)

var people = []rule{
	{kind: Doctor, cues: "dr dra prof", unless: set("tl"), after: regexp.MustCompile(`^\.?[ \t]+` + named), whole: true},
	{kind: Doctor, cues: "dr", unless: set("my the a an your his her our their this that another each every any which new old to see saw la el mi un una"),
		after: regexp.MustCompile(`^\.?[ \t]+(\p{Ll}{2,}(?:[a-ce-zà-ÿ]|[a-df-z]d))(?:\P{L}|$)`), whole: true, cased: true}, // "dr upped" is a verb
	{kind: Doctor, cues: "doctor doctora professor profesor profesora consultant surgeon oncologist specialist oncólogo oncóloga cirujano cirujana médico médica",
		after: regexp.MustCompile(`^[ \t]+` + named), whole: true, cased: true},
	{kind: Doctor, cues: "doctor gp oncologist consultant surgeon specialist haematologist hematologist radiologist oncólogo oncóloga cirujano cirujana médico médica",
		after: regexp.MustCompile(`^,[ \t]+` + twice), cased: true},
	{kind: Doctor, safer: "nurse", cues: "nurse enfermera enfermero matron", after: regexp.MustCompile(`^,?[ \t]+` + named), whole: true, cased: true},
	{kind: Doctor, cues: "doctor gp oncologist consultant surgeon specialist haematologist hematologist radiologist dr médico doctora oncóloga oncólogo cirujano cirujana",
		near:  set("my our his her their mi su nuestro nuestra"),
		after: regexp.MustCompile(`^(?:[ \t]+(?:is|was|es|era)(?:[ \t]+called)?|,?[ \t]+(?:called|named)|[ \t]+se[ \t]+llama)[ \t]+((?:(?i:dr|mr|mrs|ms|miss|dra|prof)\.?[ \t]+)?` + capital + `(?:[ \t]+` + capital + `){0,2})`)},
	{kind: Doctor, safer: "nurse", cues: "nurse cns enfermera enfermero",
		after: regexp.MustCompile(`^(?:[ \t]+(?:is|was|es|era)(?:[ \t]+called)?|,?[ \t]+(?:called|named)|[ \t]+se[ \t]+llama)[ \t]+` + named)},

	{kind: Name, cues: "name names surname nombre apellido apellidos",
		unless: set("brand generic trade drug proper product medicine medical user screen pen up thread board comercial genérico"),
		after:  regexp.MustCompile(`^(?:[ \t]+(?:is|was|es)|['’]s|\?|[ \t]*:)[ \t]+(?:(?i:mr|mrs|ms|miss|dr)\.?[ \t]+)?` + named)},
	{kind: Name, cues: "name", after: regexp.MustCompile(`^[ \t]` + twice), cased: true},
	{kind: Name, cues: "name", near: set("my"),
		after: regexp.MustCompile(`^[ \t]+is[ \t]+(\p{Ll}{2,}(?:[ \t]+\p{Ll}{2,})?)[ \t]*(?:$|[.,!\n])`)},
	{kind: Name, cues: "llamo llamaba", after: regexp.MustCompile(`^[ \t]+` + named)},
	{kind: Name, cues: "i", after: regexp.MustCompile(`^(?:['’]m|[ \t]+am)[ \t]+` + twice)},
	{kind: Name, cues: "soy", after: regexp.MustCompile(`^[ \t]+` + twice)},
	{kind: Name, cues: "husband wife partner son daughter mum mom mother dad father brother sister friend neighbour neighbor aunt uncle cousin boyfriend girlfriend grandson granddaughter kid " +
		"hijo hija marido mujer esposo esposa pareja madre padre hermano hermana amigo amiga",
		after: regexp.MustCompile(`^,?[ \t]+(?:(?:is[ \t]+)?(?:called|named)[ \t]+|se[ \t]+llama[ \t]+)?` + twice), cased: true},
	{kind: Name, cues: "called named llamado llamada", near: set("man woman lady boy girl guy person someone everyone people patient hombre mujer señora chico chica alguien"),
		after: regexp.MustCompile(`^[ \t]+(?:me[ \t]+)?` + named)},
	{kind: Name, cues: "mr mrs ms mx sr sra srta señor señora señorita", after: regexp.MustCompile(`^\.?[ \t]+` + named), whole: true, cased: true},
	{kind: Name, cues: "miss", unless: set("i we you they will ll to really t not never and do also still"),
		after: regexp.MustCompile(`^[ \t]+` + named), whole: true, cased: true},
	{kind: Name, cues: "don doña", unless: set("el un ese"), after: regexp.MustCompile(`^[ \t]+` + named), whole: true, cased: true},
	{kind: Name, cues: "regards wishes love yours sincerely saludos abrazo besos",
		after: regexp.MustCompile(`^,?[ \t]*\n+[ \t]*` + twice + `[ \t]*\.?(?:\n|$)`)},
}

// common words begin with a capital, or follow "Dr", without being anybody's
// name.
var common = set(`
a an the and or but so if as at by for from in into of off on out over to up with without who whom whose what when where which why how that this these those than then there here
i me my mine we us our you your he him his she her they them their it its one some any all both each every no not yes never always just only even still also very too again about after before because since until now today tomorrow yesterday tonight
is was were are be been am has had have do does did didn doesn don don't will would can could should may might must let lets said says say told tells gave gives give thinks think thought wants want wanted put puts called call calls came come rang phoned asked ask made make makes ordered prescribed prescribes recommended suggested started seems seemed feels felt took takes went goes got gets looks looked explained referred changed sent wrote keeps kept knows knew ever
appointment appointments appt visit visits office offices surgery surgeries letter letters team teams
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december christmas easter
lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre navidad
el la los las un una unos unas y o pero que de del al en con sin por para mi mis tu tus su sus nos me te le se lo ya no sí muy más cuando donde como porque
nhs gp gps a&e icu itu er mri ct pet ecg uk usa us eu english spanish british american
dr dra doctor doctors doctora nurse nurses prof professor consultant surgeon oncologist specialist specialists practitioner practitioners sister matron clinician radiologist haematologist hematologist pharmacist physio physiotherapist dietitian therapist counsellor gynaecologist urologist dermatologist oncology haematology radiology radiotherapy chemotherapy chemo surgery breast bowel lung skin prostate colorectal cancer macmillan google strange who love
hospital hospitals clinic clinics hospice centre center ward unit department local general medical community day outpatient outpatients emergency private public teaching district university school schools college primary secondary high infant junior nursery night sunday summer old new first second third whole other another same next last
negative positive three two four one five six zero stage grade triple double her2 brca ned covid feeling going being not sure grad graduate during birth control rx mud medical really doing having still scared tired happy glad sorry worried ok okay
home work god lord jesus good bad great big little dear hi hello hey thanks thank please
hospitales clínica médico médica enfermera enfermero cirujano cirujana oncólogo oncóloga centro salud colegio instituto escuela universidad`)
