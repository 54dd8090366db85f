package care

// hints are what people say when they are worn out. One alone is part of being ill;
// two of different kinds, close together, are a wish not to live.
var hints = []saying{
	{key: "hint.burden", hint: "burden", why: "feels a burden", whose: true,
		says: `
			a|such|huge|massive|total|nothing|only|big|constant? burden to|on|for|$|and|now|because|who|that !of
			am|being|be|become|becoming|been|just ..3 burden
			drag|dragging|bring|bringing|pulling|drain|draining everyone|them|him|her|people|family|my|you ..1 down|dry
			ruin|ruining|ruined|wrecking|destroying|destroyed their|his|her|everyone's|everyone|everybody|my ..1 lives|life|family
			dead weight
			millstone
			drain on everyone|my|the|them|him|her|everybody
			they|he|she|everyone deserves|deserve ..2 better|more than|life
			all i do is ..2 cost|take|burden|cause|hurt|make`},
	{key: "hint.hopeless", hint: "hopeless", why: "sees no way on",
		says: `
			was my reason|whole|only
			this|it is not a? life|living
			not see a future
			what is the point
			no point
			not see the|a|any point|way|future|end
			no hope
			hopeless
			no future
			no way out
			nothing left
			nothing to look forward
			nothing matters|helps|works|makes
			nothing will ..1 change|get|improve
			never ..1 get|getting|going ..3 better
			not|never going to get better
			no end ..3 sight|this
			pointless
			empty inside|$
			numb
			no light at
			lost all hope
			lost hope
			given up hope
			life|living is|feels|seems|has become|no ..1 hell|meaningless|empty|pointless|torture|misery|meaning
			trapped
			no escape
			hate my life
			my life is shit|crap|a|nothing|worthless|ruined|finished|misery`},
	{key: "hint.worn", hint: "worn", why: "cannot any more",
		says: `
			end of my rope|tether
			not|how know|much|long ..3 i can ..1 go on|carry on|keep going|do this|take
			[want] ..1 it|this|everything|all ..1 to ..1 stop|end|be_over
			want it to all stop|end
			like|need|want it|everything|all|this to stop|end
			enough is enough
			not do this|it|that|any [more]
			not do this|it $
			not take this|it|any|much [more]|$
			not cope [more]|$
			not fight [more]
			not want to fight [more]
			not want to do this|any [more]
			not keep doing|fighting|going|up
			not go on
			not face any|this|it|another|tomorrow|the|people
			can not any more
			had enough
			done $
			am done with|$
			give up $
			giving up $
			want to give up
			given up
			gave up
			tired of it|everything|all|fighting|trying|pretending|hurting|suffering|being|this
			so? exhausted
			too tired
			want it|this|everything|the ..2 to stop|end|be|over ..1 over|$|now
			want it to all? end|stop
			want it|this over
			want this|the|my ..1 suffering|pain|nightmare|misery ..1 over|end|stop|gone
			make it stop
			please let it|this end|stop|be over
			i want peace
			want some|to peace|rest|be|find ..2 peace|forever|rest|$
			need it to stop|end
			no strength|fight|energy|more left
			no fight left
			nothing left in|to
			i am finished|broken
			broken beyond
			been strong ..2 long|enough
			out of strength|fight|hope|road`},
	{key: "hint.worth", hint: "worth", why: "thinks nothing of themselves",
		says: `
			i am nothing now|$
			waste of chemo|treatment|money|resources|nhs|drugs
			worthless
			useless
			hate myself|me|who
			i am nothing|pathetic|failure|disgusting|garbage|trash
			a failure
			not deserve ..2 love|help|better|happy|anything|him|her|them
			deserve to suffer|this
			good for nothing
			no good to anyone|anybody
			no use to anyone|anybody|man
			i am not worth`},
	{key: "hint.alone", hint: "alone", why: "alone with it",
		says: `
			nobody ..2 be ..2 upset
			nobody knows
			[nobody] cares|loves|understands|wants|needs|would|calls|visits|comes|asks|speaks|talks ..3 me|$|about
			[nobody] left
			nobody to talk|turn
			all alone
			so? lonely
			so alone
			completely alone
			not one person`},
	{key: "hint.absence", hint: "absence", why: "thinks of not being here",
		unless: "hospice photos memory box",
		says: `
			not being here
			find|need|had|have|found|lack the? courage|guts|nerve $
			how easy it would be
			mean life
			time for me to ..1 go
			time to go $
			waiting|wait to follow|join
			to follow $
			world|future|life|family without me
			stopped living
			keep going $
			how much longer i can go|carry|keep|last
			what if i stopped
			cannot|not go home
			not want it any|$ ..1 more|longer
			if it were|was not for my
			only|easy|obvious way out
			a way out
			[want] be with him|her|them|my !at
			not want any of it|this [more]
			not want to be here
			not be here $
			wish i could disappear|sleep|go
			[want] sleep $
			[want] go to sleep
			[want] rest forever
			[want] leave
			[want] be free
			if i died|die|disappeared|was gone
			be at peace
			finally rest|free|peace
			want out
			ready to go
			dark thoughts|place
			bad thoughts
			thoughts are getting|very|so|dark|scary|back
			think about death|dying
			escape $`},
	{key: "hint.means", hint: "means", means: true, why: "names a means at hand",
		unless: "gum",
		says: `
			a|my stash
			sitting|parked|sat|sit ..4 by|at|near|beside|on the ..1 river|bridge|cliff|lake|sea|tracks|edge|canal|pier
			kept|keeping|saved|put|putting back|aside|by|away ..2 #
			with|holding|hold|got|keep the|a|my razor|blade|knife
			razor blade|blades
			noose
			train times
			[pills] ..2 lined|laid|spread|counted|tipped|poured out|up|on|in
			[pills] ..4 next to|beside|in my|front|on ..2 me|hand|lap|bed|table|bedside
			looking at|staring at|looked at|stare at|holding|counting|counted|staring|eyeing the|my|at|all|these|this ..3 [pills]
			have|got ..2 enough [pills]
			plenty|full|bottle|loads|boxes|drawer|cupboard|cabinet|stash|stockpile|supply ..2 of|full|the ..1 [pills]
			saved|saving|hoarding|hoarded|stockpiled|stashed|hiding|hidden ..3 [pills]
			the|a gun|rope|noose|pistol|rifle
			bridge
			lethal|overdose`},
	{key: "hint.time", hint: "time", why: "names a time",
		says: `
			one way ticket
			it|this|everything|all ..3 over|finished|ended|done ..1 [when]
			got|have a date|day in mind
			alarm for when ..3 asleep
			soon this|it|everything|all ..2 done|over|finished|end|ended
			tonight is the night
			have a plan
			set a date
			i have decided $
			my last night|day|evening|hours on|alive|here
			last day|night on earth
			[when] ..3 it|everything|this|all ..2 be|is over|finished|ended
			just need|wait|waiting for|till|until
			then i can ..2 go|leave|rest|stop
			going to do it
			tonight is the
			tonight i will|am|might|could
			not|will not ..1 be here ..2 [when]
			do it [when]
			it will all? be over [when]|soon
			over soon
			one more|last day|night|time|christmas ..3 then|and|before
			soon it ..2 over
			not long now`},
	{key: "hint.sorry", hint: "sorry", why: "asks pardon", unless: "typo rant loss hear",
		says: `
			i am ..1 sorry everyone|all|$|mum|dad|to_my
			^ sorry $
			^ sorry everyone|all|mum|dad
			forgive me
			sorry for everything|all|what
			not your|anyone|anybody|their fault
			[nobody] fault`},
	{key: "hint.calm", hint: "calm", why: "calm at last, as people are who have decided",
		says: `
			feel|feeling ..1 lighter
			lighter than
			feel|feeling|am|so|at ..1 calm|peace|peaceful|serene|relieved|light now|for_the|about|with|first|$
			such a relief
			first time in|since ..3 weeks|months|years|ages|diagnosis|calm
			made my peace|decision|mind
			my mind is made
			i am ready $
			everything is|all ready|sorted|done
			all ready|sorted|set $`},
	{key: "hint.bye", hint: "bye", why: "says goodbye, asks pardon, puts things in order",
		unless: "hospice palliative scan remission",
		says: `
			said my goodbyes
			say|saying my goodbyes
			wrote to each|all|my
			cleaned the house
			told ..3 where ..2 will is
			rehomed the|my
			put|set|sorted|sorting|getting|got|putting my ..1 affairs|papers ..1 order|week|$
			not be posting|writing|replying ..2 again|more|any
			gave|given|giving my|the jewellery|jewelry|clothes|books|things|ring|rings
			passwords ..6 envelope|drawer|written|son|daughter|note
			goodbye everyone|all|friends|my|world|$
			bye everyone|all
			sorry for everything|all
			thank you all|everyone|for ..2 everything|being|kind|kindness|listening|love
			tell my|them|him|her ..5 i ..1 love|loved|am|sorry
			take care of my|each|yourselves|them|him|her
			look after my|them|him|her|each|yourselves
			written|wrote|writing|left ..2 letters|letter|note|notes
			last post|message
			goodbye letters|letter|note|notes
			love you all
			affairs in order
			given away|giving away`},
}

// meet tells whether hints at a and at b are a wish together.
func meet(a, b string) bool { return meets[a][b] || meets[b][a] }

// meets lists the pairs.
var meets = map[string]map[string]bool{
	"burden":   set("hopeless worn absence means time bye sorry"),
	"hopeless": set("absence means time bye"),
	"worn":     set("absence means time bye sorry"),
	"worth":    set("absence means time bye"),
	"alone":    set("absence means time bye"),
	"absence":  set("means time bye sorry"),
	"means":    set("time bye sorry calm"),
	"time":     set("bye sorry calm"),
	"bye":      set("sorry calm"),
}
