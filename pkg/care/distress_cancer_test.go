package care

import (
	"os"
	"strings"
	"testing"
)

// TestCancerPhrases holds the talk of people with cancer to the class it must get.
// Talk and none are both ordinary: neither brings a case.
func TestCancerPhrases(t *testing.T) {
	classes{
		{"this nausea is killing me", NoSign},
		{"My feet are killing me after the taxol", NoSign},
		{"we are moving him to hospice on Monday", Talk},
		{"Moving to hospice tomorrow, I feel calm about it", Talk},
		{"I want to die at home", Talk},
		{"I want to die at home with the window open and the dog on the bed", Talk},
		{"I want to die with dignity", Talk},
		{"I'm dying to see my grandchild", NoSign},
		{"I'd rather die than have another cannula", NoSign},
		{"I am dying and I would like to talk about it", Talk},
		{"I know that I am going to die of this", Talk},
		{"I'm not afraid of dying, only of the pain", Talk},
		{"I am terrified of dying and leaving my boys", Talk},
		{"I don't want to die", Talk},
		{"I'm not ready to die yet", Talk},
		{"I think about death a lot since the diagnosis", Talk},
		{"Dad is ready to go and so are we", NoSign},
		{"She asked for assisted dying and I went with her to Dignitas", Talk},
		{"I'm for the assisted dying bill", Talk},
		{"I've signed the DNR form", NoSign},
		{"I have decided to stop chemo", NoSign},
		{"No more treatment for me, I've had enough of hospitals", NoSign},
		{"I'm tired of fighting", NoSign},
		{"I'm so tired of being brave", NoSign},
		{"I can't do another round of FOLFOX", NoSign},
		{"I want this to be over, two cycles to go", NoSign},
		{"I just want it to stop, this itching is unreal", NoSign},
		{"I feel like a burden when I ask for lifts", NoSign},
		{"The chemo kills the cancer cells and the hair too", NoSign},
		{"I hope the tumour dies a slow death", Talk},
		{"My husband took his own life two years before my diagnosis", Talk},
		{"The leaflet says it may cause suicidal thoughts", Talk},
		{"The nurse asked whether I had thoughts of harming myself", Talk},
		{"I've written letters to my children for when I'm gone", NoSign},
		{"I've planned my funeral, no lilies", Talk},
		{"My affairs are in order and now I can enjoy the summer", NoSign},
		{"We keep the just in case morphine in the fridge", NoSign},
		{"How much oramorph can I take between doses?", NoSign},
		{"I have a drawer full of leftover tablets, can the pharmacy take them?", NoSign},
		{"I take all my tablets together in the morning", NoSign},
		{"Saying goodbye to my hair today", NoSign},
		{"Goodbye everyone, treatment is done and I am off to live", NoSign},
		{"I hope I don't wake up during the operation", NoSign},
		{"I'm scared that I won't wake up from the anaesthetic", NoSign},
		{"I want to sleep until it's all done", NoSign},
		{"I'd kill for a cup of tea that doesn't taste of metal", NoSign},
		{"The steroids make me want to murder my husband", NoSign},
		{"nearly died laughing when the wig came off", NoSign},
		{"I hope my dad goes peacefully in his sleep", NoSign},
		{"I wish it had been me instead of her", NoSign},
		{"me muero de ganas de verte", NoSign},
		{"voy a morir en casa, con los míos", Talk},
		{"Quiero morir en mi cama, no en un hospital", Talk},
		{"Me muero de sueño con la pregabalina", NoSign},
		{"Estas náuseas me están matando", NoSign},
		{"No quiero morirme, tengo dos hijas", Talk},
		{"Tengo miedo a la muerte", Talk},
		{"Mi padre dice que se quiere morir", Talk},
		{"Nos han propuesto cuidados paliativos", Talk},
		{"Estoy a favor de la eutanasia", Talk},
		{"Ya no puedo más con las náuseas", NoSign},
		{"Estoy cansada de luchar contra la mutua", NoSign},
		{"Que se acabe ya la quimio", NoSign},
		{"Mataría por un café", NoSign},
		{"Casi me muero de la risa", NoSign},
		{"Tengo miedo de no despertar de la anestesia", NoSign},

		// The same subjects, and a sign.
		{"I want to die, at home or anywhere, I don't care", Wish},
		{"I'm tired of fighting and I'm tired of being alive", Wish},
		{"I hope the cancer takes me soon", Wish},
		{"I wish I hadn't survived the operation", Wish},
		{"I hope I don't wake up tomorrow", Wish},
		{"I'm a burden and they would all be better off without me", Wish},
		{"I don't want to live like this any more", Wish},
		{"I've been saving my oramorph, there's enough to end it", Plan},
		{"I have decided to stop my insulin so that I die", Plan},
		{"I've written my goodbye letters and I'm going to kill myself tonight", Plan},
		{"Ya no quiero vivir así", Wish},
		{"Ojalá el cáncer me lleve pronto", Wish},
		{"Mis hijos estarían mejor sin mí", Wish},
		{"Tengo guardada la morfina y esta noche me la tomo toda para morirme", Plan},
	}.check(t)
}

// TestDistressSet measures the whole invented set. The floors are a little under
// what docs/care.md says, so that a change that hears much less is seen.
func TestDistressSet(t *testing.T) {
	for half, name := range map[Half]string{Whole: "whole", Tuned: "tuned", Judged: "judged"} {
		f, err := os.Open("testdata/distress.csv")
		if err != nil {
			t.Fatal(err)
		}
		trial, err := EvaluateDistress(f, half)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, j := range trial {
			checkSign(t, j.Text, j.Sign)
		}
		recall, cases, cards := trial.Recall(), trial.Cases(), trial.Cards()
		if recall.Part*100 < 78*recall.Of || cases.Part*100 > 2*cases.Of || cards.Part*100 > 3*cards.Of || half == Whole && len(trial) < 620 {
			t.Errorf("%s:\n%s", name, trial)
		}
	}
}

// TestDistressFolding writes the whole set in other ways that say the same.
func TestDistressFolding(t *testing.T) {
	f, err := os.Open("testdata/distress.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	trial, err := EvaluateDistress(f, Whole)
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ñ", "n", "'", "’")
	for _, j := range trial {
		for how, text := range map[string]string{"capitals": strings.ToUpper(j.Text), "no accents, typographic apostrophes": plain.Replace(j.Text), "zero width": strings.ReplaceAll(j.Text, "i", "i\u200b")} {
			if got := Distress(text); got.Class != j.Sign.Class {
				t.Errorf("%s: %q for %q: %.60q", how, got.Class, j.Sign.Class, j.Text)
			}
		}
	}
}
