package care

// shortForm are the written forms of a word or of several. Where it means
// nothing, the words only add weight and are passed over.
type shortForm struct{ means, forms string }

// shortForms is how people type, in both languages. Apostrophes may be left out,
// but “i'll” may not: it would be “ill”.
var shortForms = []shortForm{
	{"", `really just honestly literally actually fucking fuckin fkn fking effing freaking bloody damn damned simply truly genuinely
		basically even still always often sometimes constantly lately secretly seriously ever so very quite totally completely absolutely
		utterly pretty rly rlly jus tbh ngl lol kinda sorta also probably maybe perhaps frankly deeply desperately quietly omg
		xx xxx x ffs increasingly regularly occasionally repeatedly deffo definitely`},
	{"", `realmente simplemente siempre ya muy tan tambien todavia aun honestamente sinceramente verdaderamente literalmente pues
		quiza quizas incluso puta pinche jodida puto`},

	{"i am", "im i'm iam i'am"}, {"i have", "ive i've"}, {"i would", "i'd id"}, {"i will", "i'll"},
	{"do not", "dont don't dnt donot dont' do'nt dun"}, {"does not", "doesnt doesn't dosent doesent dosnt"}, {"did not", "didnt didn't"},
	{"can not", "cant can't cannot carnt cnt cannt"}, {"could not", "couldnt couldn't"}, {"will not", "wont won't"},
	{"would not", "wouldnt wouldn't"}, {"should not", "shouldnt shouldn't"}, {"is not", "isnt isn't aint ain't"}, {"are not", "arent aren't"},
	{"was not", "wasnt wasn't"}, {"were not", "werent weren't"}, {"have not", "havent haven't"}, {"has not", "hasnt hasn't"}, {"had not", "hadnt hadn't"},
	{"it is", "it's its"}, {"it would", "it'd itd"}, {"it will", "it'll itll"}, {"that is", "that's thats"}, {"what is", "what's whats wats"},
	{"there is", "there's theres"}, {"he is", "he's hes"}, {"she is", "she's shes"}, {"they are", "they're theyre"}, {"you are", "you're youre"},
	{"they would", "they'd theyd"}, {"they will", "they'll theyll"}, {"he would", "he'd"}, {"she would", "she'd"}, {"you would", "you'd youd"}, {"you will", "you'll youll"},
	{"everyone would", "everyone'd"}, {"life is", "life's lifes"}, {"where is", "where's"}, {"who is", "who's"}, {"let us", "let's lets"},
	{"would have", "would've wouldve woulda would'a"}, {"should have", "should've shouldve shoulda"}, {"could have", "could've couldve coulda"},
	{"might have", "might've"}, {"must have", "must've"}, {"want to", "wanna wana wannna"}, {"going to", "gonna gunna gona goin2"}, {"got to", "gotta"},
	{"trying to", "tryna"}, {"have to", "hafta"}, {"do not know", "dunno"}, {"i do not know", "idk"}, {"i do not care", "idc"},
	{"any more", "anymore anymor nemore anymo"}, {"every body", "everybody"}, {"nobody", "noone nobody's"}, {"everyone", "everyones evry1 every1"},
	{"you", "u yous"}, {"are", "r"}, {"and", "n nd"}, {"because", "cos coz cuz bc becos bcuz cus becuz becouse"}, {"please", "pls plz"}, {"tonight", "tonite 2nite 2night tnite"},
	{"tomorrow", "tmrw tomoz tmr 2moro 2morrow tomorow tommorow tommorrow tmw"}, {"people", "ppl"}, {"through", "thru"}, {"enough", "enuf enuff enogh"}, {"with", "w"},
	{"myself", "meself mysef myslef mself myelf mysel"}, {"want", "wnt wan wnat"}, {"living", "livin"}, {"going", "goin"}, {"thinking", "thinkin thnking thinkng"}, {"dying", "dieing dyin"},
	{"suicide", "sucide suiside suicid suicde siucide suicied sewerslide suecide sui s*icide su*cide s**cide suic*de"},
	{"suicidal", "sucidal suisidal suicidle suicidel siucidal suicical suicidial su*cidal s*icidal"},
	{"kill", "kil kll k*ll"}, {"die", "d*e diee"}, {"unalive", "unaliv unalived unaliving"}, {"pills", "pillz"}, {"tablets", "tabs"}, {"life", "lyf lyfe"}, {"alive", "aliv"},
	{"nothing", "nothin nuthin nowt nothng"}, {"burden", "burdon burdan"}, {"tired", "tierd tird"}, {"sleep", "slp"}, {"would", "wud wld"}, {"could", "cud"}, {"should", "shud"},
	{"before", "b4"}, {"someone", "some1"}, {"anyone", "any1"}, {"overdose", "od overdosed overdosing"}, {"mum", "mam mom mummy mommy mama mami"}, {"dad", "papa papi daddy"},
	{"you are not", "you'ren't"}, {"disappear", "dissapear disapear dissappear"}, {"existing", "exsisting"}, {"worthless", "worthles"}, {"hopeless", "hopless"}, {"goodbye", "goodby gdbye"},

	{"que", "q qe ke k"}, {"porque", "xq xk pq porq pork porqe"}, {"por", "x"}, {"para", "pa pra"}, {"estoy", "toy stoy"}, {"quiero", "kiero qiero kero quero qro"}, {"quisiera", "kisiera qisiera"}, {"aqui", "aki"},
	{"", "nomas nomás"}, {"vivir", "bivir"}, {"morir", "morirr"}, {"nadie", "nadien"}, {"de", "d"}, {"suicidarme", "suisidarme"}, {"desaparecer", "desapareser"}, {"de el", "del"}, {"a el", "al"},
	{"hacer", "aser"}, {"despertar", "despertarr"},
}

// fillers of several words are passed over too, where they stand between others.
var fillers = []string{
	"not going to lie", "can not lie", "i will not lie", "kind of", "sort of", "to be honest", "if i am honest", "some days", "most days", "these days", "at times", "at this point", "a bit", "a little", "a lot", "all the time", "every day", "every night",
	"every single day", "in all honesty", "at the moment", "more and more", "from time to time", "now and then", "for ages", "i guess", "i suppose", "at all",
	"a veces", "la verdad", "de verdad", "cada dia", "todo el tiempo", "todos los dias", "en serio", "por momentos", "de hecho", "cada noche", "todas las noches",
}
