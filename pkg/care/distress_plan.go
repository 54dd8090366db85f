package care

// planEnglish is a way, a means, a time, a goodbye, in English.
var planEnglish = []saying{
	{key: "plan.way", class: Plan, means: true, why: "names a way to die, wanted or thought of",
		unless: "accident accidentally accidental leaflet lottery birthday laughing",
		says: `
			[want] [way]
			[think] ..3 [way]
			going to [way]
			could|might|may|should|will|would ..1 [way]
			if i ..2 [way]
			i ..1 [way] tonight|tomorrow|now|and|so|$
			about to [way]
			try|tried|trying|attempt|attempted to ..1 [way]
			urge|urges|impulse|pull to ..1 [way]
			ready|prepared|easy|easier|simple|decided|decide|willing|plan|planning|planned|going|enough|intend|intending|courage to ..1 [way]
			how easy ..8 [way]
			easy|simple|quick ..3 [way]
			[way] and be done|gone|over|not|never|end|finish|die|that|it
			[way] and ..3 over|done|die|dead|gone|peace|end|sleep
			[way] so ..3 over|done|die|dead|gone|peace|end|sleep
			[way] ..3 die|dead|over|end
			one [way] and
			stand|stood|standing|sat|sitting|look|looking|looked|went|drove|walked|go ..3 on|at|over|off|to|by|up the|a ledge|bridge|cliff|platform|roof|balcony|railings|tracks|ledge ..8 jump|jumping|let|step|over|off|easy|thought|thinking|urge|end|fall|falling
			standing|stood|sat|sitting|parked on|at|over|by ..1 the|a bridge|cliff|ledge|roof
			[place] ..4 end|over|done|dead|kill
			[want] [leap] and not come back|out
			walk|swim|wade out|in ..4 not|never ..2 come|turn|swim|return back|$`},
	{key: "plan.enough_to_end", class: Plan, means: true, why: "has the means for it",
		unless: "travel holiday trip brexit shortage supply lockdown pharmacy flight flights abroad refill garden tow climbing curtain washing boat",
		says: `
			knowing it|they is|are there ..8 through|going|comfort|calm
			hidden ..3 [pills] ..6 ready
			when i am ready i am ready
			[pills] hidden|hiding|stashed behind|under|in
			kept|keeping|saved|saving|put|putting|hidden|squirreled|squirrelled|stashed back|aside|by|away ..1 #|##|forty|thirty|fifty|sixty|twenty|enough|dozens|hundred ..2
			enough|plenty|more than enough ..3 to|if|when do|finish|end ..1 it|the_job|me|myself
			my way out
			know where ..4 keeps|hides|hidden|kept|key|keys|are ..6 [pills]|gun|guns|rifle|shotgun
			hides|hidden|locks|locked ..3 [pills] ..4 know where
			loft|drawer|cabinet|safe|shed|wardrobe ..4 gun|rifle|shotgun|pistol
			gun|rifle|shotgun|pistol ..3 in|from loft|drawer|cabinet|safe|shed|wardrobe|house
			beams|beam|rafters|banister|hook|hooks ..4 shed|hold|garage|attic|rope|strong
			enough ..6 [pills] ..4 to|so|that ..3 end|kill|die|finish|do|stop|never|not|put|go|sleep|make|be !of|sure
			enough ..5 in|at the|my|here house|drawer|cupboard|cabinet|bag|home|bathroom ..4 to|that ..2 end|kill|die|finish|do|stop|never|not|put|go|sleep
			enough saved|stored|stashed|put ..3 to|for|now
			enough ..2 to|that ..3 kill me|myself|a|an|someone
			enough to|for ..2 end it|me|my|everything|things|this
			enough to do it
			enough to not|never wake
			enough to finish me|it|the
			saving|saved|save|hoard|hoarding|hoarded|stockpiling|stockpiled|stockpile|stash|stashing|stashed|collecting|collected|keeping|kept|hiding|hid|hidden|squirrelling|squirreling|squirrelled|squirreled|storing|stored|skipping|putting|built|building|counting|counted|tucked|amassed|amassing ..5 [pills] ..12 end|die|kill|myself|gone|peace|over|myself|way out|enough i
			saving|saved|hoarding|hoarded|stockpiling|stockpiled|stashing|stashed|squirrelling|squirreling|squirrelled|squirreled|amassing|secretly up|away|aside|back? ..1 [my] ..2 [pills]
			[pills] ..3 saved|hoarded|stashed|stockpiled|hidden|stored|tucked|squirrelled|squirreled ..1 up|away|in|under|behind|where|$ ..1 !for|from
			stash|stockpile|hoard of ..2 [pills] ..12 end|die|kill|myself|need|gone|peace|over|way|enough|when|case it|i
			have|got|counted|bought|found|know|keep|kept ..3 [means] ..8 end|kill|do|use|ready|myself|easy|myself|need|loaded
			bought|buying|ordered|borrowed|got|have|found|hidden|loaded|picked|tied|hid a|the|some|my ..1 rope|noose|gun|helium|nembutal|pentobarbital|pistol|bullets
			the? gun|rope|pistol|noose|shotgun|blade|rifle is|are|in|under|next|by|beside|to ..2 ready|bed|loaded|waiting|hand|lap|drawer|side|me|table|wardrobe|here
			[pills] are|is|lined|laid|sitting|spread|poured|counted|in ..3 next|lined|laid|front|beside|counted|table|hand|bed|up|lap|ready|out ..3 [tonight_words]
			[pills] are|is ..1 lined up|counted|laid|ready|out
			lined up|laid out|counted out|poured out ..3 [pills]
			counted ..2 [pills] out|twice|again|more
			know|looked|googled|researched|searched|read|reading|found|worked|checked|figured|looking|asked|learned|learnt|searching|researching|calculated|googling|wondering|wonder ..4 how many|much ..8 [pills]|take|takes|need|die|kill|end|lethal|fatal|would|overdose ..4 [tonight_words]|die|kill|need|end|do|lethal|fatal|takes|overdose|take|enough|it|stop
			googled|googling|looked|looking|researched|researching|searched|searching|read|reading|know|worked|checked|figured|thought|watched ..4 ways|way|how|methods|method|painless|painlessly|quickest|easiest|least to|of|way|ways|methods|painful ..3 die|kill|suicide|death !at|with|of
			[end_me] ..6 how many|much
			how many|much ..5 would|to|it|will ..3 kill|end|finish|die ..2 me|myself|it|$
			how many would|does it take|to
			lethal|fatal dose of ..1 [pills]
			painless|quick|easy|easiest|quickest|painlessly way|ways|method to die|end it
			i know where the [means]|[pills]|key ..2 is|are|kept`},
	{key: "plan.decided", class: Plan, why: "decided: a plan, a time",
		unless: "holiday caravan",
		says: `
			plan for how i|to ..2 do|die
			counted ..3 [pills] ..4 enough $
			next time ..6 not ..5 back
			doing|do it again tonight|now|soon|tomorrow
			time has come !for|to
			[pills] ..6 how easy|simple|quick|peaceful
			how easy it would be to ..3 [end_me]|jump|stop
			know|decided|chosen|picked exactly? which bridge|train|tree|cliff|pills|tablets|roof
			how to do it|this painlessly|quickly
			ordered|bought|got what|everything|all i need !for|from|to
			it|end all? planned out
			driving|drive|steering|crashing|swerving into ..2 [hazard]
			undid|unclipped my seatbelt
			practising|practicing|practised|learned|learnt ..2 tie it|knot|noose
			plan and ..1 date|means|method|way|pills|tablets|note
			looking|look|looked|staring|stare at ..1 knife|knives|blades|blade|bridge|rope|tracks|ledge
			have|got|with|holding ..1 [pills] in front of me $
			have|got|with|holding ..1 [pills] in my hand|hands $
			have|got|with|holding ..1 [pills] next to|beside me $
			took|taken|taking an overdose !in|when|years|at|as|once
			[want] jump $
			feel|painful|hurt|happens ..4 overdose
			wrote|written|writing|finished my note
			have|got the means and|now|to|for
			knife|blade|razor ..2 to|against|on|at ..1 wrist|wrists|throat|neck|arm|skin|vein
			[take] ..2 [pills] all of it|them
			make|making sure ..4 not|never find me
			took|taken|swallowed|had ## ..1 of ..2 [pills]
			about ..1 half|an|twenty|ten|minutes hour|minutes ago ..3 scared|sorry
			not|no be needing|need anything|it|them after that|friday|saturday|sunday|monday|tomorrow|tonight
			will not be around to read|see|reply|answer
			not bother replying|answering|looking|calling
			look like i|an ..2 muddled|mixed|accident|accidental|natural
			insurance will? still pay|pays
			life insurance ..2 pays|pay
			will not be coming|come back down|home|$ !to_work|until
			tying|tied|tie the|a knot|noose|rope
			got as far as
			reading about insulin|overdose|doses|overdosing
			would do it i think|$ ..1
			stepping|step|stepped off ..1 kerb|curb|pavement|platform
			as good a day as any
			this is it folks|guys|everyone|friends|all|for_me
			been|was nice|good|lovely|privilege knowing you
			all i am missing is ..1 courage|guts|nerve|opportunity
			missing|need|lack is|only ..1 courage|guts|nerve to|$
			would look natural|accidental
			look like an accident
			make it look like
			[way] is all|the|what|on|my
			am taking|going|gonna to? take? the lot|them all|all of them|everything|too many
			not need|needing ..6 where i am going
			where i am going next|$ ..2 week
			do it properly|right this|next
			this|next time ..4 properly|not fail|succeed|work|mess|survive|make sure|harder
			attempted on|last|again|yesterday|this|tonight
			failed ..2 attempt|time
			my ..1 attempt ..4 again|properly|next
			#|## [pills] ..1 would|will|enough|to ..1 do|kill|finish|end ..1 it|me
			would #|## [pills] ..2 kill|do|be enough|finish
			how|many|much ..2 [pills] ..3 to? not wake|die|kill
			leave|go|end|check ..1 when i|whenever i like|want|choose|please|am_ready|need
			keep counting|staring|looking at? ..1 [pills]
			[pills] ..8 keep counting|staring|looking
			[pills] and ..3 whisky|vodka|bottle of|gin|rum|booze|bottle
			whisky|vodka|gin|rum|wine and|with ..3 [pills] ..3 $|ready|tonight|enough|here
			press|cut|go|cutting|pressing harder|deeper
			garage ..6 hose|engine|exhaust|running
			hose|engine|exhaust ..6 garage
			note|letter is on|in|beside the|my fridge|table|kitchen|pillow|bed|desk|drawer|side|car
			not see ..1 weekend|morning|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow !until|him|her|you|the_doctor|them
			platform|edge|line|tracks|bridge|roof|cliff ..10 one|just ..1 step|jump
			undid|unclipped|took off my ..1 seatbelt|belt|seat
			stood|stand|standing on|at the|a platform|edge|bridge|cliff|tracks|roof|ledge ..6 thought|thinking|one|wanted|nearly|almost|imagined|could
			nearly|almost jumped|stepped|did it|drove off|done it last|yesterday|tonight|today|off|in|$
			cannot|cant stop me
			try|trying to stop me
			nobody|no one can|will stop me
			decided ..1 $ ..3 relief|peace|calm
			taken|took|swallowed|had ..1 load|lot|bunch|loads|handful|whole|box|packet|bottle of|packet|box|bottle? ..2 [pills] ..6 scared|minutes|ago|sorry|now|help
			have taken|took something|enough|too many
			have|had|got|made|making a|my|the ..1 plan ..8 [end_me]|die|end|kill|suicide|not tell|how|tonight
			plan to [end_me]
			planning ..1 [end_me]
			planned how|when|where|it|everything|exactly ..2 i|all|to|out|will|$ ..2 do|die|am|going|end|will
			know|decided|chosen|worked|picked|planned|figured|rehearsed exactly|out|through? how|when i ..3 do|die|end|doing ..1 it|myself !treatment|chemo
			know how and when|where
			have decided ..3 [end_me]
			decided ..3 [end_me]|die
			decided to die
			[end_me] [when]|now|today|soon
			[when] ..3 i|is|will|going|am ..3 [end_me]
			going to [end_me]
			about to [end_me]
			will [end_me] [when]
			will be dead ..1 by|before|soon|tomorrow|tonight|when|and
			going to be dead by|before|soon|tomorrow|tonight|when
			going to do it [when]
			going to do it $
			do it [when] !again|all|because|and
			doing it [when] !again|because|and
			end it [when]
			ending it [when]
			finish it [when]
			am going to end it !with
			going|ready to finish|end it [when]|$
			tonight|today|tomorrow is|will the|be|my ..1 my|last ..1 night|day !at|of|with|in
			tonight is it
			tonight|tomorrow i|it ..1 end|finish|die|jump|will|am ..2 end|finish|die|jump|forever|dead !of
			tonight|tomorrow it ends|stops $
			[when] i will|am ..3 peace|gone|dead|free !of|from|all|to|at|if
			[when] i will ..1 not|no be? ..2 pain|suffering|problem|burden|here|alive
			tomorrow|tonight i will not be|hurt ..2 pain|suffering|problem|burden|here|alive|more|any
			tonight|tomorrow it ..2 over|ends|stops|end|stop
			[when] i ..2 be gone|dead|free|peace|away
			will not be here by|when|tomorrow|after|next|much
			will be gone|dead by|before|soon|tomorrow|tonight
			will not be here ..1 tomorrow|soon|by|when|after|much|next
			will not be here [when]
			will not wake up tomorrow
			will not be waking|seeing|around ..1 tomorrow|morning|up|the|sunrise|[when]
			not see|seeing the|another ..1 morning|sunrise|tomorrow [when]?
			by ..2 tomorrow|morning|tonight|monday|sunday|weekend ..2 i|it ..3 gone|dead|over|peace|free|here
			picked|set|chosen|chose|decided|marked a|the|on|my date|day|night|time|place|spot|bridge|tree|room|hotel ..6 [end_me]|die|gone|jump
			picked|chosen|chose|decided|marked the|my|on date|day|night|time|place|spot|bridge|tree ..1 $
			have|got ..1 picked|chosen|decided|planned|worked ..1 day|date|night|method|way|how|place|spot
			date is set|picked|chosen
			booked|booking a hotel|room ..10 die|end|alone|found|find|pills|tablets
			everything is|all ..1 ready|prepared|arranged|set|planned ..8 tonight|end|go
			waiting|wait until|till|for|only ..5 asleep|alone|out|leave|leaves|birthday|wedding|christmas|school|work|goes|gone|left|bed ..3 and|then|to|before|so i|will|do|end|die|it|$ ..3 [end_me]|end|die|it|go|over|do
			once|after|when|as|until ..8 asleep|gone|leaves|settled|rehomed|wedding|birthday|christmas|school|out|born|exams ..3 i ..2 will|am|can|going|plan ..2 [end_me]|do|end|go|die|free|finish ..1 it|die|$|free
			i can go|leave|die|end|do ..1 then
			this is how|when|where i am going|will|end|die
			ready to do it [when]|$
			ready to [end_me]
			this ends|stops tonight|tomorrow
			attempt|try again tonight|tomorrow|soon
			attempted|tried to [end_me] ..4 last|yesterday|this|today|tonight|again
			tried to [end_me] again
			took|taken|swallowed|have ..3 [all_of] ..2 [pills]
			took|taken|swallowed ..2 them all|the lot|whole|overdose
			have taken|took|swallowed ..1 overdose
			just taken an|too|all overdose|many
			my|a|wrote|writing|written|left|the suicide note|letter|letters|pact
			suicide pact
			suicide ..2 plan|planned|note`},
	{key: "plan.pact", class: Plan, means: true, why: "a pact",
		unless: "birthday stop smoking kindness",
		says: `
			pact ..8 goes|follow|follows|other|joins
			talked|talking|agreed|decided|planned|spoken|planning ..3 dying|ending|going|die|go|ending_it ..1 together
			enough ..1 [pills] for the|both|us|two ..1 of us
			dying|leaving together
			suicide pact
			pact ..8 die|go|end|together|pills|tonight|suicide|follow
			we|both|us ..3 going|agreed|decided|planned|want|will|made to|pact|it ..2 die|go|end|do ..2 together|[when]
			die|go|leave|end|do it? together [when]?  $
			take|taking him|her|them|the|my ..2 with|kids|children|baby me`},
	{key: "plan.goodbye", class: Plan, why: "a goodbye for good",
		unless: "hospice palliative remission scan discharge clear surgeon dad mum treatment account notifications nurse doctors weeks months holiday moving visiting bowel graft ward bell",
		says: `
			saying goodbye now|tonight|because|while
			last post|message ..4 love you|all ..2 look|take|sorry
			will not be posting|writing|back|replying here|again ..1 $
			so i can ..1 go|leave|rest|slip $
			then i can ..2 go|leave|slip|stop|rest|be done $
			wrote|written|writing ..2 kids|children|husband|wife|family|everyone|each|daughter|son ..2 letter|letters|note ..6 goodbye|sorry|ready|why|tonight
			by the time ..2 read|reads|reading|find|finds|found|sees this|it|me|my
			when|if you|they|anyone ..1 read|reads|see|reading|find this|it|me|my ..2 i ..3 gone|dead|be|left|longer|not|here
			if you are|do reading|read|see this ..2 i ..3 gone|dead|be|did|have|am
			i will be gone when|before|by you|they|morning|tomorrow|anyone|the
			^ goodbye $ ..6 sorry|forgive|love|thank
			goodbye everyone|all|forever|world|cruel|friends|everybody
			goodbye my friends|loves|darlings|lovelies
			goodbye to you|everyone|all
			this is|my|the|is|my ..1 goodbye !to|party|hug
			final|last|say|saying|said goodbye|goodbyes ..8 tonight|[end_me]|forgive|sorry|gone|anymore
			came|come|wanted|here|want|writing|posting|message|just to say goodbye !to
			i am saying goodbye
			last post|message i|from|will ..2 write|post|ever|me|i ..3 sorry|thank|thanks|goodbye|love
			last thing i ..1 write|post|say
			will not|never be posting|back|writing|replying|hear|here|coming again|more|any|tomorrow|back|after|from ..6 forgive|sorry|love|goodbye|thank|thanks
			will not hear from me again|[more]|after ..6
			not hear from me again|[more]|after
			tell|look|take my|after|care|of ..3 kids|children|husband|wife|daughter|son|mum|boys|girls|family|baby|cat|dog|mother|him|her|them ..2 i|that|not|was|it ..3 sorry|loved|fault|loved|tried|love ..1 them|her|him|$|i|and
			sorry for what i am|about
			please do not hate|blame|judge|stop|look|try|be me|for|yourself|yourselves|angry ..2 when|for|after|it|$|this|i
			wrote|written|writing|left|leaving|finished|write|leave|penned a|the|my|all|some|them? ..1 note|notes|letters|letter|goodbyes|goodbye ..8 [end_me]|goodbye|fridge|pillow|tonight|tomorrow|envelope
			the? letters|notes|note are|is|has|have ..3 written|done|table|drawer|desk|sealed|ready|bed|fridge|pillow|kitchen|stairs|wallet|envelope
			gave|given|giving|give away? ..1 all? my ..10 not|no need|needing|longer
			rehomed the|my|our ..10 i ..2 can|am|will go|ready|free
			made|sorted|updated|written|changed|finished my will ..8 tonight|[end_me]|ready|end
			see you|me|u|all? on the other side
			remember me ..6 sorry|kindly|please|love|fondly
			this|it is it for me ..2 goodbye|sorry|i|thank|bye|$|everyone
			thank you for everything|being ..10 i ..2 going|will|am|can|wont|not ..2 go|not|gone|be|leaving|more|any|do ..3 now|back|here|more|gone|tonight|away`},
	{key: "plan.refuse_to_live", class: Plan, means: true, why: "stopping what keeps them alive in order to die",
		unless: "",
		says: `
			stop|stopping|stopped|refuse|refusing treatment|chemo|dialysis so|because|to ..3 die|dead !at
			stop|stopping|stopped|refuse|refusing|skip|skipping|quit ..3 treatment|chemo|[pills]|insulin|eating|dialysis|food ..3 so|that|because|to|hoping|and ..3 die|dead !at
			not ..4 insulin|dialysis ..8 over|die|end|gone|dead
			stop|stopped|stopping|skip|skipping|refuse|refusing|missed|miss|missing|quit|quitting|not ..1 taking|take|taken|eating|eat|drinking|inject|injecting|my|dialysis|insulin ..4 [pills]|insulin|food|dialysis|eating|drinking|heart|treatment|everything|transplant ..6 that|to|because|hoping|and|until|hope|order ..5 die|kills|kill|end|gone|dead|over|finish|dies !at|in
			on purpose ..4 die|end|kill
			deliberately ..6 die|end|kill|overdose
			starve|starving|starved [myself]
			dehydrate [myself]`},
}
