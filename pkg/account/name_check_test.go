package account

import (
	"slices"
	"testing"

	"github.com/kindword/kindword/pkg/fault"
)

// TestConfusableNames is the proof that no two people here can be taken for one
// another: each name on the right may not be had beside the one on its left.
func TestConfusableNames(t *testing.T) {
	alike := []struct{ taken, try string }{
		// the same name
		{"Quiet Heron", "Quiet Heron"},
		{"Quiet Heron", "quiet heron"},
		{"Quiet Heron", "QUIET HERON"},
		{"Quiet Heron", "qUIET hERON"},
		// separators
		{"Quiet Heron", "QuietHeron"},
		{"Quiet Heron", "Quiet-Heron"},
		{"Quiet Heron", "Quiet  Heron"},
		{"Quiet Heron", " Quiet Heron "},
		{"Quiet Heron", "Qui et Her on"},
		{"Quiet Heron", "Quiet'Heron"},
		{"Quiet Heron", "Quiet’Heron"},
		{"Quiet Heron", "Quiet\u00a0Heron"},
		{"Quiet Heron", "Quiet\u2003Heron"},
		{"Quiet Heron", "Quiet‐Heron"},
		{"Quiet Heron", "Q-u-i-e-t-H-e-r-o-n"},
		{"Wren in Wool", "Wreninwool"},
		// invisible letters
		{"Quiet Heron", "Quiet\u200bHeron"},
		{"Quiet Heron", "Quiet\u200d Heron"},
		{"Quiet Heron", "\ufeffQuiet Heron"},
		{"Quiet Heron", "Quiet\u00ad Heron"},
		{"Quiet Heron", "Quiet\u2060 Heron"},
		{"Quiet Heron", "Quiet\ufe0f Heron"},
		{"Quiet Heron", "Quiet\u034f Heron"},
		// letters of other scripts
		{"Quiet Heron", "Quiеt Heron"}, // Cyrillic е
		{"Quiet Heron", "Quiet Herоn"}, // Cyrillic о
		{"Quiet Heron", "Quіet Heron"}, // Cyrillic і
		{"Quiet Heron", "Quiet Неron"}, // Cyrillic Не
		{"Copper Kettle", "Сopper Kettle"},
		{"Copper Kettle", "Cορper Kettle"}, // Greek ορ
		{"Copper Kettle", "Copper Κettle"}, // Greek Κ
		{"coco", "сосо"},                   // all Cyrillic
		{"Ann Teapot", "Αnn Teapot"},       // Greek Α
		{"Ann Teapot", "Аnn Teapot"},       // Cyrillic А
		{"Ann Teapot", "Ann Tеароt"},
		{"Paper Boat", "Рареr Воаt"},
		{"Paper Boat", "Pape\u0433 Boat"}, // Cyrillic г
		{"Sixth Sock", "Ѕixth Sock"},      // Cyrillic Ѕ
		{"Jam Jar", "Јam Jar"},            // Cyrillic Ј
		{"Spare Key", "Spare Κey"},
		{"Odd Sock", "Оdd Sоck"},
		{"Odd Sock", "Օdd Sock"}, // Armenian Օ
		{"Odd Sock", "Odd Soсk"},
		// compatibility letters
		{"Quiet Heron", "Ｑuiet Heron"},
		{"Quiet Heron", "Ｑｕｉｅｔ　Ｈｅｒｏｎ"},
		{"Quiet Heron", "𝓠𝓾𝓲𝓮𝓽 𝓗𝓮𝓻𝓸𝓷"},
		{"Quiet Heron", "𝐐uiet Heron"},
		{"Quiet Heron", "Ⓠuiet Heron"},
		{"Fifth Finch", "Fifth ﬁnch"},
		{"Office Mug", "Oﬃce Mug"},
		{"Tin Whisk", "ᵀin Whisk"},
		{"Ninth Note", "Ninth Noｔe"},
		// accents
		{"Jose", "José"},
		{"Jose", "Jóse"},
		{"Jose", "Jose\u0301"},
		{"Zoe", "Zoë"},
		{"Anais", "Anaïs"},
		{"Senor Toast", "Señor Toast"},
		{"Copper Kettle", "Cøpper Kettle"},
		{"Lukasz", "Łukasz"},
		// digits and signs for letters
		{"Quiet Heron", "Qu1et Heron"},
		{"Quiet Heron", "Quiet Her0n"},
		{"Quiet Heron", "Qui3t H3ron"},
		{"Quiet Heron", "Quie7 Heron"},
		{"Salt Cellar", "S4lt Cellar"},
		{"Salt Cellar", "5alt Cellar"},
		{"Salt Cellar", "Sa1t Cellar"},
		{"Button Box", "8utton 8ox"},
		{"Grey Gate", "9rey 9ate"},
		// letters that look like others, or like two
		{"Little Lamp", "LittIe Lamp"}, // capital i
		{"Little Lamp", "Iittle Iamp"},
		{"Little Lamp", "Litt1e 1amp"},
		{"Little Lamp", "Littlе Lаmp"},
		{"Quill", "Quiil"},
		{"Morning Moon", "Moming Moon"}, // rn and m
		{"Morning Moon", "Mornlng Moon"},
		{"Warm Barn", "Warm Bam"},
		{"Corner Lamp", "Comer Lamp"},
		{"Willow", "VVillow"},
		{"Willow", "vvillow"},
		{"Wet Pavement", "VVet Pavement"},
		{"Half Moon", "Half Mo0n"},
		{"Half Moon", "Half М00n"},
		{"Dotless Tin", "Dotless Tın"},
		{"Kelvin", "\u212aelvin"},
		{"Straße", "Strasse"},
		{"ſlow Tuesday", "Slow Tuesday"},
		{"Second Cardigan", "Sec0nd Cardlgan"},
		{"Ghost", "Gho\u0455t"},
		{"Σίσυφος", "σίσυφοσ"},
		{"Ψαρί", "ψαρι\u0301"},
		{"Мышь", "мышь"},
		{"東京 Tea", "東京Tea"},
	}
	for _, pair := range alike {
		if !meet(pair.taken, pair.try) {
			t.Errorf("%q could be had beside %q: %q and %q", pair.try, pair.taken, skeletons(pair.try), skeletons(pair.taken))
		}
	}
	if len(alike) < 80 {
		t.Errorf("the table has %d rows", len(alike))
	}
	apart := []struct{ one, other string }{
		{"Quiet Heron", "Quiet Herring"}, {"Quiet Heron", "Quite Heron"}, {"Copper Kettle", "Copper Kettles"},
		{"Ann", "Anna"}, {"Paper Boat", "Paper Coat"}, {"Plain Clock", "Plain Dock"}, {"Мир", "Мирт"}, {"東京", "京都"},
		{"Bus 42", "Bus 43"}, {"Tin Mug", "Tin Jug"}, {"नमक", "नमी"}, {"Second Sock", "Seventh Sock"},
	}
	for _, pair := range apart {
		if meet(pair.one, pair.other) {
			t.Errorf("%q keeps out %q", pair.one, pair.other)
		}
	}
}

func TestNamesThatAreRefused(t *testing.T) {
	for _, c := range []struct{ shown, want string }{
		{"Quiet Heron", ""}, {"Wren in Wool", ""}, {"O'Malley's Kettle", ""}, {"Mo-Harbour", ""}, {"Bus 42", ""}, {"José Tetera", ""},
		{"Room 101", ""}, {"Ann 2", ""}, {"東京タワー", ""}, {"Мышь", ""}, {"Tiếng Việt", ""}, {"नमस्ते", ""}, {"Dragon Tea", ""}, {"Dream Boat", ""},
		{"Nursery Rhyme", ""}, {"Badminton", ""}, {"Second Helping", ""}, {"Modest Moss", ""}, {"Document", ""}, {"Tea for Two", ""}, {"Summer", ""},
		{"", "fault.name_empty"}, {"   ", "fault.name_empty"}, {"A", "fault.name_short"}, {"👩‍🚀", "fault.name_hidden"},
		{"This name is a good deal longer than forty letters", "fault.name_long"},
		{"ann@example.com", "fault.name_email"}, {"ann＠example", "fault.name_email"}, {"ann at example dot com", "fault.name_email"},
		{"example.com", "fault.name_email"}, {"ann gmail", "fault.name_email"}, {"www.example.org", "fault.name_email"},
		{"07700 900123", "fault.name_letters"}, {"Ann 07700900123", "fault.name_phone"}, {"Ann 555-0123", "fault.name_phone"}, {"call 0 7 7 0 0 9", "fault.name_phone"},
		{"Ann 1962", "fault.name_year"}, {"Ann1962", "fault.name_year"}, {"1999 Ann", "fault.name_year"}, {"Ann '85", "fault.name_year"}, {"Ann ’62", "fault.name_year"},
		{"Ann85", "fault.name_year"}, {"Born 2004", "fault.name_year"}, {"Class of 1900", "fault.name_year"}, {"Ann 2029", "fault.name_year"},
		{"Dr Quiet", "fault.name_profession"}, {"DrQuiet", "fault.name_profession"}, {"D-r Quiet", "fault.name_profession"}, {"The Doctor", "fault.name_profession"},
		{"D0ctor Heron", "fault.name_profession"}, {"ChemoNurse", "fault.name_profession"}, {"chemonurse", "fault.name_profession"}, {"Nurse Joy", "fault.name_profession"},
		{"Enfermera Luz", "fault.name_profession"}, {"Dra Luz", "fault.name_profession"}, {"Oncologist Tim", "fault.name_profession"}, {"Oncólogo", "fault.name_profession"},
		{"Tim MD", "fault.name_profession"}, {"Prof Tea", "fault.name_profession"}, {"Medic", "fault.name_profession"}, {"Médico", "fault.name_profession"},
		{"Surgeon General", "fault.name_profession"}, {"Heron RN", "fault.name_profession"}, {"Therapist", "fault.name_profession"}, {"Psicóloga", "fault.name_profession"},
		{"Kindword", "fault.name_role"}, {"Kind Word Team", "fault.name_role"}, {"K1ndw0rd", "fault.name_role"}, {"Admin", "fault.name_role"}, {"adm1n", "fault.name_role"},
		{"SiteAdmin", "fault.name_role"}, {"Moderator Mo", "fault.name_role"}, {"Mod Mo", "fault.name_role"}, {"m0d", "fault.name_role"}, {"m o d", "fault.name_role"},
		{"Operator", "fault.name_role"}, {"0perat0r", "fault.name_role"}, {"Staff", "fault.name_role"}, {"Support", "fault.name_role"}, {"Soporte", "fault.name_role"},
		{"Moderadora", "fault.name_role"}, {"Official Heron", "fault.name_role"}, {"Volunteer", "fault.name_role"}, {"Anonymous", "fault.name_role"}, {"Admin7", "fault.name_role"},
		{"Quiet\u200bHeron", "fault.name_hidden"}, {"Quiet\u202eHeron", "fault.name_hidden"}, {"Quiet\u3164Heron", "fault.name_hidden"}, {"Quiet\x00Heron", "fault.name_hidden"},
		{"Quiеt Heron", "fault.name_mixed"}, {"Αnn", "fault.name_mixed"}, {"東京 Tea", "fault.name_mixed"}, {"Room 1٢", "fault.name_mixed"},
		{"Quiet Heron!", "fault.name_signs"}, {"Quiet_Heron", "fault.name_signs"}, {"<b>Ann</b>", "fault.name_signs"}, {"Ann 🌈", "fault.name_signs"}, {"𝓐nn", "fault.name_signs"},
		{"Ｑuiet Heron", "fault.name_signs"}, {"A\u0301\u0302\u0303\u0304nn", "fault.name_signs"}, {"Ann/Ben", "fault.name_signs"}, {"=Ann", "fault.name_signs"},
		{"42", "fault.name_letters"}, {"--", "fault.name_letters"},
	} {
		_, err := fitName(c.shown)
		got := ""
		if err != nil {
			got = fault.Of(err).Key
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.shown, got, c.want)
		}
	}
}

// meet reports whether one of two names keeps the other out.
func meet(one, other string) bool {
	return slices.ContainsFunc(skeletons(one), func(s string) bool { return slices.Contains(skeletons(other), s) })
}
