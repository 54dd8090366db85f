package care

// despairEnglish is how people say in English that there is no point in living, that
// others would be better off, that they cannot go on.
var despairEnglish = []saying{
	{key: "wish.without_me", class: Wish, why: "they would be better off: hopelessness and burden",
		unless: "plants plant garden allotment podcast oven",
		whose:  true, plain: true,
		says: `
			[nobody] would ..7 [if_gone]
			better place ..1 [if_gone]
			[nice] ..1 if i went|go|[died]
			kinder|kindest ..2 if|when|that i ..1 went|died|go|die|gone
			[all] [would_be] relieved if|when
			they|everyone|family|kids|all|everybody|people|he|she|husband|wife ..1 would be ..2 better off $
			they|everyone|family|kids|all|everybody|you would ..1 be ..2 better off if|with
			favour|favor ..3 if i ..2 [died]
			favour|favor ..2 by dying|going|ending|disappearing|leaving
			[nobody] would|will ..1 cry|grieve|mourn|blink|shed|come|bat|lose|weep ..4 long|funeral|me|tear|eye|sleep|$
			would|will it|anyone|they|anybody|people|you ..2 notice|care|matter|miss|cry|mind ..2 [if_gone]
			if i went|died|vanished|disappeared|dropped|stopped ..2 tomorrow|today|tonight|now|dead ..10 notice|noticed|care|cared|miss|missed|find|cry|weeks|days
			not|never need me here|around|taking|alive|cluttering
			world|planet|earth|nhs|family|everyone not|will not ..1 need|miss me
			get|got|have|had|give|getting his|her|their|them lives|life ..1 back if|when|once|without i|me ..3 [died]|not|gone|dead|me
			free|freed if|when|once|of i|me ..3 gone|dead|died|not|here|$
			one less mouth|burden|person|problem ..4 me|worry|if
			all i am|do is ..3 cost|costing|weight|in the way|burden
			deserve|deserves a ..8 mum|mother|dad|father|wife|husband|daughter not|who ..10 better off|without me|gone|dead
			easier|simpler|better|best|kinder|lighter for everyone|them|him|her|everybody|all|the|my ..2 if|without|when i|me
			lives|life would|will be ..2 easier|better|simpler|happier|lighter without|if me|i ..4
			their|his|her|everyone ..2 life|lives ..1 be ..2 easier|better|simpler|happier without|if me|i
			i am|we ..3 too much for everyone|them ..6 gone|go|disappear
			[all] [would_be] ..1 [better] [if_gone]
			[all] would|might|could be? ..2 [better]|[fine] off? ..1 [if_gone]
			[better] ..3 [if_gone]
			better off|place ..1 without me
			better place ..1 without me
			[if_gone] ..1 [all] [would_be] ..1 [better]
			[if_gone] ..2 would be ..2 [better]
			do|doing [all] ..2 favour|favor ..3 if|by|and ..3 died|die|dead|gone|dying|here|disappeared|leaving|disappearing
			[nobody] would|will|is|ever ..1 notice|miss|care|cry|mind|bat|know|realise|realize|come ..4 [if_gone]
			[nobody] would|will|is ..1 notice|miss|cry|grieve|mourn|going ..1 me $
			[nobody] would ..1 miss me
			[nobody] will ..1 miss me
			[nobody] would notice|care $
			would|will|did anyone|anybody|they|he|she|people ..1 notice|miss|care|mind ..3 [if_gone]
			would anyone|anybody ..1 miss me
			would anyone|anybody ..1  notice ..2 gone|disappeared|died|vanished
			better|happier|easier|simpler for everyone|them|him|her|everybody|the|my|all ..4 if|once|when i ..2 dead|gone|died|die|here|disappeared|around|exist
			free of me
			rid of me
			get rid of me for good
			set them free
			set him|her|everyone free
			life insurance ..5 more|better|worth ..3 alive|me
			worth more ..1 dead
			more use ..1 dead
			[all] do not need me [more]
			sooner i am|go|die ..1 gone|dead|better|the
			sooner i am|was gone|dead|out
			the world|planet ..4 lose nothing
			no loss ..2 [if_gone]
			waste of space|oxygen|air`},
	{key: "wish.anyone_else", class: Wish, why: "asks whether others wish it too, and so says that they do", whose: true, plain: true,
		says: `
			anyone|anybody else ..4 wish|wishes|want|wants|hope|hopes|hoping|feel|feels|feeling|think|thinking|fantasise|had|have|get|got|pray|prays ..6 die|dead|dying|suicide|suicidal|[not_be]|[end_me]|disappear|killed
			anyone|anybody else ..4 wish|wishes|hope|hopes|hoping ..3 scan|results|cancer ..3 bad|back|worse|spread|over
			only one ..4 wish|wishes|want|wants|hope|hopes|feels|thinks|thinking|prays ..6 die|dead|dying|suicide|suicidal|[not_be]|[end_me]|disappear
			is it ..1 normal|ok|okay|common|wrong|bad to ..2 want|wish|hope|think|feel|pray ..6 die|dead|dying|suicide|suicidal|[not_be]|[end_me]|disappear !in
			alguien|soy ..4 quiere|desea|piensa|siente|unica|unico ..6 morirse|morir|suicidio|suicidarse|muerte !en`},
	{key: "wish.no_point", class: Wish, why: "no reason to live",
		unless: "queue hold waiting phone traffic",
		says: `
			life|time that i ..1 not want
			not ..6 would|to stay for
			not keep living|existing
			only here|alive|breathing for ..2 kids|children|mum|him|her|dog|cat|family|sake|son|daughter|husband|wife|grandchildren|parents
			remission|cured|clear ..8 disappointed
			no reason left to
			no|any reason to ..1 be $
			reason|reasons for living !in
			[nobody] to live for
			not do another ..1 day|night|hour !of|at|in|on|without
			reason to be $
			why ..3 bother|bothering to|with? ..1 [stay]|living|wake|breathe|existing|life|going|carry|go !with|to
			not|nor see|find|have|know|feel|got what|a|the|any? ..1 reason|point to ..2 [stay]
			nothing|no one|nobody|anything|what to|left|worth|i|is|would|have? ..1 live|living|stay|staying for
			no one|nobody|nothing left to live|stay|get up|wake for
			what am i|have i living|staying|alive|here|left for
			not know|see|remember|sure what|why i am living|alive|here|breathing for|$
			not life ..2 existing
			only|merely|am existing $
			am existing $
			only existing|breathing|alive because|out of|for|so
			life|world has|holds|offers|means nothing|no ..1 for|left|to|$|meaning
			no|any|much|little|the|a point|reason|sense|purpose|use|meaning|value|joy in|of|to|for|left? in|to? [living]
			not|hard|hardly|stopped|cannot|barely|nor see|find|seeing|finding|know|feel|got|have a|the|any|much|no? point|reason|sense|purpose|use|meaning in|of|to|for? [living]
			not see|find the|any|a|much? point [more]
			not see|find the|any|a? point $
			see no point [more]
			see no point $
			point is|of|in there? [living]
			what is the point|use|purpose|good of|in|to|me? [living]
			what is the point of me|having|keeping|waking|getting|trying ..1 up|alive|here|going|$
			why bother living|waking|being|existing|staying
			why am i alive|bothering|living|here $
			why should|do|must|would i keep|go|carry|bother|stay|continue ..1 living|on|alive|existing|going
			why keep living|going $
			why go|carry on $
			why continue|live $
			not|hardly|never|nor worth living|carrying|being|waking
			life|living|it|this is|has|was|feels|seems not worth living
			life|living is|has|feels|seems ..2 no|not|nothing|pointless|meaningless|unbearable|worthless ..1 worth|point|meaning|$|to|for|without
			life is over !for|the|there
			my life is over
			life without him|her|them is ..2 no|not|worth
			nothing|little|no one|nobody left? to live|wake|carry|go ..1 for|on
			nothing left for me !to|at
			nothing left to live|stay for
			nothing keeping|keeps|holding me here
			anything|something|reason|reasons|someone to live for
			no|not|lost|losing|without|gone|any will|wish|desire|reason|reasons to live|exist
			no|not|lost|losing|without|gone|any will|wish|desire|reason|reasons to be here|alive
			lost|losing|lose my|the|all|any will|desire|reason to live|be
			lost all|the|my? will for life
			given up on life|living
			give|giving up on life|living
			dead inside
			only|thing|one|things keeps|keeping|stopping|stops me here|alive !busy
			only thing|reason|one|things ..4 keeping|keeps ..1 me here|alive|breathing
			only thing|reason|one ..4 i am ..1 here|alive|breathing|not
			stay|staying|live|living|hang|hanging alive|here|on|only? for the|my|his|her ..2 cat|dog|kids|children|mum|sake|grandkids|husband|wife
			not allowed to die|kill|end
			existing not living
			i exist that is all
			sentence to live
			punishment to live|wake|be`},
	{key: "wish.no_more", class: Wish, why: "cannot go on",
		unless: "holiday trial waitlist list work working job trip knitting cruise chemo",
		says: `
			not|never ..1 go on [more]
			not go on !living|with|the|a|to|it|this|my|holiday|treatment|chemo|and|about|these|that|another|any|for|hormone|tamoxifen|letrozole|waiting|facebook|google|here|there|trial|steroids|at|in|his|her|our|like|long|walks|websites|as|oxygen|forever
			not go on like|this
			not go on living !in|with|here|at|off
			not carry on [more]
			not carry on !with|the|working|taking|having|treatment|and|to|doing|reading|this|as|at|my|using|for|because|caring|paying
			not carry on living
			not keep living|existing|waking|being alive|on like|on $
			not keep going [more]
			not keep going $
			not keep going like
			not live like|this [like_this]|way|this|that
			not live with this $|pain|disease|cancer|any
			not live with myself|it
			not live in this pain|much
			not live any|with more|longer|myself
			not live without him|her|them|you
			not do life|living
			not do this life [more]?
			not face life|living|tomorrow|waking|being
			not face another day|night|morning|week|year !of|without|at
			not bear|stand|take|stomach|handle|cope|endure|tolerate being|to|with|the ..3 alive|living|life|existing|live !with|in
			not bear|stand|take to be|wake|live here|alive|awake|up|me|like
			not bear|stand|endure|take another day|night|hour|minute !of|without|at|on|in
			not bear|stand|take my|this life
			not see a|any|the|no? future|tomorrow !for|of|with|being|on
			not see a|any|the|no? way out|forward !of
			see no future|way|tomorrow|hope ..1 out|$|left
			no way out !of
			no future for me
			no hope left !of|for
			no hope for me
			not want to fight|suffer to stay alive
			not got it in me|any ..1 to live|go on
			at the end of my rope|tether ..12 die|dead|gone|end
			the end of the road for me
			reached my limit with life|living
			over it all
			i give up on life|living|everything`},
	{key: "wish.not_safe", class: Wish, why: "afraid of what they may do to themselves",
		unless: "running gym exercise email shaving cooking lifting falling accidentally kitchen onions covid infection catheter",
		says: `
			what i might|could|may do $
			scared|afraid|frightened|terrified of|what|by i|myself ..2 might|may|could|am|capable|going do|$|of|to
			started|been|back|begun|resumed|kept to? ..1 cutting|burning|hurting|harming again|myself
			cutting again
			cutting|cut my ..1 arm|arms|legs|thighs|wrist|wrists|skin
			relapsed|relapse ..4 cutting|self|harming
			urge|urges|impulse|want to ..1 hurt|harm|cut|burn|punish myself|my
			not safe alone|tonight|by|on|left|with me|tonight|$|my|own
			should not be|left on my own|alone tonight|right|with|now|at the moment
			lied|lying ..3 harm|hurt|suicidal|thoughts
			i lied and? said|ticked|told ..2 no|fine|never|okay|not
			asked|asks ..6 harm|harming|hurting|killing|suicidal|ending|dead|suicide ..6 lied|lie|could not say|say yes|yes
			not safe ..2 with|from|by|on|alone myself|my|own|tonight|thoughts
			not feel|feeling ..1 safe with|from|by|on|alone|around|tonight|being|in|$ ..2 myself|own|alone|head|thoughts|tonight|$
			not feel|am|be safe tonight|alone|right|with myself
			not trust [myself]
			scared|afraid|frightened|worried|terrified of|i|what|that|by|about ..4 might|may|could|will|would|going|capable ..2 do|hurt|harm|end myself|something|it|$ !like|stupid
			scared|afraid|frightened of what|myself i? might|may|could|will|am|tonight|$
			scared|frightened of [myself]
			what i might|may|could|will do to [myself]
			what i am capable of
			do|doing something stupid|silly|drastic|permanent|terrible|bad|irreversible|daft|awful !like|with|to_the
			do [myself] harm
			[want] [harm_me]
			[think] ..1 [harm_me]
			am|been|started|keep|back|again|be [harm_me]
			[harm_me] again|to|on|because|last|tonight|every|lately|so !lifting|shaving
			cut|cutting my arms|arm|thighs|legs|wrist|wrists
			[harm_me] $
			not stop [harm_me]
			i self harm
			bad|dark|scary|intrusive thoughts ..6 [end_me]|ending|dying|die|dead|not being|knife|pills|bridge
			help me i want
			talk|talked|talking me out|down
			keep me|myself safe|alive tonight|until|from`},
	{key: "wish.be_with", class: Wish, why: "to follow somebody who died",
		unless: "hospital ward theatre appointment",
		says: `
			not want to ..1 be|live in a? world|life without
			[want] join|follow him|her|them|my|you $|now|soon|and|so|wherever|too|mum|dad|husband|wife|son|daughter|mother|father|more|in|boy|girl|beautiful|baby
			[want] be|go with|to him|her|them|mum|dad|my|you ..2 again|heaven|wherever|instead|up|not
			all|only thing? i want is to be with him|her|them|you !at !for
			[want] go too $
			[want] go with|to him|her|them !to
			want to have gone|died with him|her|them|too
			wish i had gone|died with|too|instead|first|alongside
			wish i could|was go|be|join with|to|him|her|too|them
			wish it|i could|would|will take me too
			without him|her|them i|there do|am|is|can ..2 not|no|nothing ..2 want|live|point|reason|go|to
			be with|join him|her|them|mum|dad|you soon !for|at|on|after
			not want to|a be|live|go|carry|world|life on|in|here|without without|him|her|them`},
}
