package care

// despairEnglish is how people say in English that there is no point in living, that
// others would be better off, that they cannot go on.
var despairEnglish = []saying{
	{key: "wish.without_me", class: Wish, why: "they would be better off: hopelessness and burden",
		unless: "",
		whose:  true, plain: true,
		says: `
			[all] [would_be] ..1 [better] [if_gone]
			[all] [would_be] ..2 [better] off? ..1 [if_gone]
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
			would anyone|anybody ..1 even_? notice ..2 gone|disappeared|died|vanished
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
	{key: "wish.no_point", class: Wish, why: "no reason to live",
		unless: "queue hold waiting phone traffic",
		says: `
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
			why go on|carry on|continue|live $
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
			no|not|lost|losing|without|gone|any will|wish|desire|reason|reasons to live|be alive|exist|be here
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
			not go on !with|the|a|to|it|this|my|holiday|treatment|chemo|and|about|these|that|another|any|for|hormone|tamoxifen|letrozole|waiting|facebook|google|here|there|trial|steroids|at|in|his|her|our|like|long|walks|websites|as|oxygen|forever
			not go on like|living|this
			not carry on [more]
			not carry on !with|the|working|taking|having|treatment|and|to|doing|reading|this|as|at|my|using|for|because|caring|paying
			not carry on living
			not keep living|existing|waking|being alive|on like|on $
			not keep going [more]
			not keep going $
			not keep going like
			not live like|this|in|with|any [like_this]|way|more|longer|myself|pain|this
			not live any|with more|longer|myself
			not live without him|her|them|you
			not live $
			not do life|living
			not do this life [more]?
			not face life|living|tomorrow|waking|being
			not face another day|night|morning|week|year !of|without|at
			not bear|stand|take|stomach|handle|cope|endure|tolerate being|to|with|the ..3 alive|be here|living|life|existing|live
			not bear|stand|take to be|wake|live
			not bear|stand|endure|take another day|night|hour|minute !of|without|at|on|in
			not bear|stand|take my|this life
			not see a|any|the|no? future|way out|way forward|tomorrow !for|of|with|being|on
			see no future|way|tomorrow|hope ..1 out|$|for me|left
			no way out !of
			no future for me
			no hope left|for|of
			not want to fight|suffer to stay alive
			not got it in me|any ..1 to live|go on
			at the end of my rope|tether ..12 die|dead|gone|end
			the end of the road for me
			reached my limit with life|living
			over it all
			i give up on life|living|everything`},
	{key: "wish.not_safe", class: Wish, why: "afraid of what they may do to themselves",
		unless: "shaving cooking lifting falling accidentally kitchen onions covid infection catheter",
		says: `
			not safe ..2 with|from|by|on|alone myself|my|own|tonight|thoughts
			not feel|feeling ..1 safe with|from|by|on|alone|around|tonight|being|in|$ ..2 myself|own|alone|head|thoughts|tonight|$
			not feel|am|be safe tonight|alone|right|with myself
			not trust [myself]
			scared|afraid|frightened|worried|terrified of|i|what|that|by|about ..4 might|may|could|will|would|going|capable ..2 do|hurt|harm|end|something|of
			scared|afraid|frightened of what|myself i_? might|may|could|will|am|tonight|$
			scared|frightened of [myself]
			what i might|may|could|will do to [myself]
			what i might|could|will do $
			what i am capable of
			do|doing something stupid|silly|drastic|permanent|terrible|bad|irreversible|daft|awful
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
			keep me|myself safe|alive tonight|until|from
			hotline|samaritans|988|lifeline|crisis ..6 could not|not|tonight|hung|engaged|ring|scared
			called|rang|texted|phoned|ringing|calling|call|ring the|a? samaritans|988|lifeline|crisis|suicide`},
	{key: "wish.be_with", class: Wish, why: "to follow somebody who died",
		unless: "hospital ward theatre appointment",
		says: `
			[want] join|follow him|her|them|my|you $|now|soon|and|so|wherever|too|mum|dad|husband|wife|son|daughter|mother|father|more|in|boy|girl|beautiful|baby
			[want] be|go with|to him|her|them|mum|dad|my|you ..2 now|again|heaven|there|wherever|more|instead|up|$ !for
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
