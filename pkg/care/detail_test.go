package care

import (
	"strings"
	"testing"
)

// All people, places and numbers here are invented.
var telling = []struct{ text, want string }{
	// want lists "kind:words" in order
	{"Ring me on 07700 900123 any time", "phone:07700 900123"},
	{"My number is +44 7700 900123.", "phone:+44 7700 900123"},
	{"You can call (020) 7946 0018", "phone:(020) 7946 0018"},
	{"Text 0113 496 0000 or 555-010-9999", "phone:0113 496 0000|phone:555-010-9999"},
	{"Llámame al 612 345 678", "phone:612 345 678"},
	{"Mi móvil es 612 34 56 78, gracias", "phone:612 34 56 78"},
	{"tel. +34 912 345 678", "phone:+34 912 345 678"},
	{"Phone: 5550 1234", "phone:5550 1234"},
	{"Write to quiet.heron+forum@mail.example.org.", "email:quiet.heron+forum@mail.example.org"},
	{"I'm quietheron at gmail dot com", "email:quietheron at gmail dot com"},
	{"quietheron (at) hotmail.com", "email:quietheron (at) hotmail.com"},
	{"escríbeme a garza arroba gmail punto com", "email:garza arroba gmail punto com"},
	{"I post at https://www.instagram.com/quiet_heron.", "profile:https://www.instagram.com/quiet_heron"},
	{"my blog is https://quiet-heron.example/diary", "profile:https://quiet-heron.example/diary"},
	{"find me: facebook.com/quiet.heron", "profile:facebook.com/quiet.heron"},
	{"Instagram: @quiet_heron", "profile:@quiet_heron"},
	{"I'm @quiet_heron on twitter", "profile:@quiet_heron"},
	{"https://forum.example/u/quietheron", "profile:https://forum.example/u/quietheron"},
	{"We live at 12 Orchard Road, come by", "address:12 Orchard Road"},
	{"Flat 3, 12b Mill Lane\nTown\nLS1 4AB", "address:Flat 3, 12b Mill Lane\nTown\nLS1 4AB"},
	{"vivo en la Calle de la Paz, 14", "address:Calle de la Paz, 14"},
	{"C/ Mayor 3, 2º", "address:C/ Mayor 3, 2º"},
	{"send it to PO Box 1234", "address:PO Box 1234"},
	{"My address is 6 The Willows", "address:6 The Willows"},
	{"I'm in LS1 4AB", "postcode:LS1 4AB"},
	{"postcode sw1a 1aa", "postcode:sw1a 1aa"},
	{"my zip code is 90210", "postcode:90210"},
	{"código postal 28013", "postcode:28013"},
	{"I was born on 12 March 1961", "birth:12 March 1961"},
	{"My birthday is April 3rd", "birth:April 3rd"},
	{"DOB 12/03/1961", "birth:12/03/1961"},
	{"nací el 3 de mayo de 1970", "birth:el 3 de mayo de 1970"},
	{"My scan was on 12/03/2021 and", "date:12/03/2021"},
	{"Operated on March 12th, 2021.", "date:March 12th, 2021"},
	{"Me operaron el 12 de marzo de 2021", "date:el 12 de marzo de 2021"},
	{"since 2021-03-12", "date:2021-03-12"},
	{"My NHS number is 943 476 5919", "number:943 476 5919"},
	{"943 476 5919", "number:943 476 5919"},
	{"hospital number: 4407812", "number:4407812"},
	{"mi DNI es 12345678Z", "number:12345678Z"},
	{"card 4111 1111 1111 1111", "number:4111 1111 1111 1111"},
	{"GB82 WEST 1234 5698 7654 32", "number:GB82 WEST 1234 5698 7654 32"},
	{"NI number QQ 12 34 56 C, sorry, AB 12 34 56 C", "number:AB 12 34 56 C"},
	{"My name is Ada Winterbourne and I", "name:Ada Winterbourne"},
	{"my name is ada", "name:ada"},
	{"Me llamo Ada de la Fuente", "name:Ada de la Fuente"},
	{"I'm Ada Winterbourne, hello", "name:Ada Winterbourne"},
	{"my husband Tobias Winterbourne", "name:Tobias Winterbourne"},
	{"Thanks to Mrs Winterbourne next door", "name:Mrs Winterbourne"},
	{"Kind regards,\nAda Winterbourne", "name:Ada Winterbourne"},
	{"Dr Castellan told me", "doctor:Dr Castellan"},
	{"dr castellan, as ever", "doctor:dr castellan"},
	{"Dr. Castellan's letter", "doctor:Dr. Castellan"},
	{"my oncologist is Mr Castellan", "doctor:Mr Castellan"},
	{"Nurse Juniper is lovely", "doctor:Nurse Juniper"},
	{"our nurse, called Juniper", "doctor:Juniper"},
	{"la doctora Castellán me dijo", "doctor:la doctora Castellán"},
	{"Dr Castellan at St Anselm’s", "doctor:Dr Castellan|hospital:St Anselm’s"},
	{"Treated at Northbrook General Hospital for", "hospital:Northbrook General Hospital"},
	{"the Royal Marsden were great", "hospital:the Royal Marsden"},
	{"en el Hospital de la Santa Rosa", "hospital:el Hospital de la Santa Rosa"},
	{"mi centro de salud Las Flores", "hospital:salud Las Flores"},
	{"the Fernhill Cancer Centre", "hospital:the Fernhill Cancer Centre"},
	{"I teach at Oakmere Primary School", "school:Oakmere Primary School"},
	{"she studies at the University of Northbrook", "school:the University of Northbrook"},
	{"mi hija va al colegio San Telmo", "school:colegio San Telmo"},
	{"I work for Brightwell Logistics", "work:Brightwell Logistics"},
	{"trabajo en Almacenes Robles", "work:Almacenes Robles"},
	{"I am 54, live in Northbrook and have a sarcoma", "age:54|place:Northbrook"},
	{"Tengo 54 años, vivo en Robleda y tengo un linfoma", "age:54 años|place:Robleda"},
	{"54-year-old from Northbrook? I'm from Northbrook, 54 years old, with myeloma", "age:54-year-old|place:Northbrook|age:54 years old"},
}

// silent texts point to nobody: they are how people write here.
var silent = []string{
	"Start on 5 grams a day", "cycle 3 of 6", "CA 125 was 1200", "12/8 blood pressure", "ward 7",
	"BP 120/80, pulse 72, temp 38.5", "T2 N0 M0, grade 3, HER2 positive", "my platelets went 45 67 89 120 150",
	"50mg twice a day, then 100 mg", "B12 1000 micrograms and D3 2000 IU", "G-CSF for 7 days, 300 mcg",
	"FOLFOX 6 then FOLFIRI 4", "AC x 4, then Taxol x 12", "it grew from 1.2 to 3.4 cm", "2-3-10 days after each cycle",
	"every 3/6/12 months", "20/20 vision", "24/7", "a 50/50 chance", "between 2019 and 2021", "2019-2020", "10.30 on Tuesday",
	"See you on 12 March", "in March 2021", "last spring", "Cycle 4 on 12/3", "on the 12th",
	"I raised £1,200,000", "1 in 100 000 people", "stage 4 since 2018", "PSA 0.05 0.10 0.20", "0.5 0.75 1.0 1.25 1.5",
	"the doctor said it was fine", "my dr said so", "Dr said no", "saw the Dr yesterday", "Doctor Google again",
	"my doctor. It's early days", "The nurse told me", "my Nurse Specialist rang", "a Macmillan nurse came",
	"the hospital called", "My Hospital is far away", "at the Hospital on Monday", "In hospital since Christmas", "The General Hospital",
	"Breast Clinic tomorrow", "the High School years", "At School they know", "The University", "Night School",
	"I work from Home", "I work for the NHS", "I worked at night", "my job at the moment",
	"I'm Triple Negative", "I'm Stage Three", "I am Very Tired", "My name is on the list", "the brand name is Zofran", "what's in a name",
	"A drug called Tamoxifen", "It is called Lynch Syndrome", "I miss Sundays", "MS. My neurologist", "MR Linac", "Ms",
	"MY HUSBAND HAD TO HELP ME", "I AM SO TIRED", "THE DOCTOR PRESCRIBED MORPHINE",
	"I am 54 and I have a sarcoma", "I live in Northbrook with my cats", "I am 54, live in England, and have a sarcoma",
	"My mum is 62 and lives in Northbrook", "I'm 6 months in, from Tamoxifen to Letrozole, with cancer",
	"https://www.example.org/leaflet.pdf helped me", "see www.example.org/side-effects", "@Quiet Heron thank you", "me @ 3am",
	"Love, Ada", "thanks to all of you", "Tengo cita el lunes", "la doctora me dijo", "el hospital de día", "vivo en casa", "me llamo cada día tonta",
	"calle abajo", "avenida", "I take 2 Paracetamol 500mg at 8", "walked 5 miles to the Old Road", "suite", "flat 2nd day",
	"", " ", "¿?", "👩‍👧 ❤️",
}

func TestDetails(t *testing.T) {
	if len(telling) < 60 || len(silent) < 60 {
		t.Errorf("%d that tell, %d that do not", len(telling), len(silent))
	}
	for _, test := range telling {
		if got := listed(test.text); got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
		}
	}
	for _, text := range silent {
		if got := listed(text); got != "" {
			t.Errorf("%q: %s", text, got)
		}
	}
}

func listed(text string) string {
	var out []string
	for _, d := range Details(text) {
		out = append(out, string(d.Kind)+":"+text[d.From:d.To])
	}
	return strings.Join(out, "|")
}

func TestRedact(t *testing.T) {
	say := func(key string) string { return "<" + strings.TrimPrefix(key, "care.safer.") + ">" }
	for _, test := range []struct{ text, want string }{
		{"Dr Castellan at St Anselm’s rang 07700 900123.", "<doctor> at <hospital> rang <phone>."},
		{"Nurse Juniper, on 12 March 2021 and 12/03/2021 and 3/4/21", "<nurse>, on March 2021 and 2021 and <date>"},
		{"I am 54, live in Northbrook and have a sarcoma", "I am <age_50>, live in <place> and have a sarcoma"},
		{"nothing here", "nothing here"},
		{"", ""},
	} {
		if got := Redact(test.text, Details(test.text), say); got != test.want {
			t.Errorf("%q → %q", test.text, got)
		}
	}
	text := "Dr Castellan rang 07700 900123"
	found := Details(text)
	if got := Redact(text, found[1:], say); got != "Dr Castellan rang <phone>" {
		t.Errorf("one of two: %q", got)
	}
	if got := Redact("short", append(found, found...), say); got != "<doctor>" && got != "short" {
		t.Errorf("details of another text: %q", got)
	}
}

// FuzzDetails holds details to the text: whole letters, in order, apart.
func FuzzDetails(f *testing.F) {
	for _, test := range telling {
		f.Add(test.text)
	}
	for _, text := range silent {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, d := range Details(text) {
			if d.From < end || d.To <= d.From || d.To > len(text) {
				t.Fatalf("%q: %d to %d after %d", text, d.From, d.To, end)
			}
			end = d.To
			if part := text[d.From:d.To]; strings.ToValidUTF8(text, "") == text && strings.ToValidUTF8(part, "") != part {
				t.Fatalf("%q: half a letter in %q", text, part)
			}
		}
		Redact(text, Details(text), func(string) string { return "x" })
	})
}

func BenchmarkDetails(b *testing.B) {
	for name, unit := range map[string]string{
		"post":    "I had my third cycle on Tuesday at the hospital, and Dr Castellan said my counts were 45 and 1.2, which is fine. I live near Northbrook and I'm tired. ",
		"figures": "1 2 34 567 8 90 ",
		"phones":  "07700 900123 ",
		"cues":    "I am from st name street ",
		"names":   "Dr The Of Ada ",
		"slashes": "facebook.com/ https://",
		"ats":     "a@b ",
	} {
		text := strings.Repeat(unit, 10_000/len(unit)+1)[:10_000]
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Details(text)
			}
		})
	}
}
