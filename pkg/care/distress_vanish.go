package care

// vanishEnglish is how people say in English that they want not to exist, or that
// their illness, God or chance would do it.
var vanishEnglish = []saying{
	{key: "wish.vanish", class: Wish, why: "not to exist, to be gone",
		unless: "holiday beach cupboard",
		says: `
			not want|wish|plan|intend|care|need to turn|reach|see|celebrate|get|make|have ..1 ##|thirty|forty|fifty|sixty|another_birthday
			no wish|desire|plans|intention to|of see|seeing|live|living|reach|reaching|wake
			taking up space|air|oxygen
			nothing here|left|there for me
			not a life
			not want to be fixed|saved|cured|rescued
			not want fixing|saving|curing|rescuing
			[sleep] and that be|is|was|would it|that|be
			thoughts|thought|thinking of|about [not_be]
			what is there to|left? stay|live|get for|up
			died with him|her|them|the
			forgot to bury
			bury me already|too|now
			not to exist|have_existed
			to not exist
			never have|had existed
			to have never existed
			[want] be erased|forgotten by
			there is|see no|one|only|any|an? other? obvious|only|one? way out of this|my|it|all|here
			only way it|this stops
			a way out|exit of|from? life|living|all
			[want] not exist
			[want] stop existing|living|breathing
			[want] cease to exist
			[want] disappear !to|into|for|somewhere|on
			[want] vanish
			[want] be gone !from|before|by
			[want] be no more
			[want] be nothing $
			[want] not be here|alive|around
			[want] never ..1 exist|existed|born|wake
			[want] not to be here|alive|exist
			[want] fade away
			[want] evaporate
			[want] be erased
			[want] go|leave forever|for good
			want out of this|my life|world|body
			want out $
			want off this planet|earth|world
			[want] get off this planet|earth|world
			[want] be released from this|my life
			[want] leave this|my life|world|body|earth behind?
			stop existing
			not|never? existing sounds|seems|would|feels|is
			not be here [more]
			never been born
			never ..1 born
			not ..1 been born
			[think] not|never|no|the ..2 being|be|existing|exist|waking|living|longer here|alive|around|there|[more]|$
			[think] not|never existing|living|waking
			[think] disappearing|vanishing !to|into
			[think] being dead
			[think] leaving this|you world|life|earth|all
			thought|idea|fantasy of|about not ..1 being|existing|waking|living
			thought|idea of|about being|me dead|gone|no ..3 comfort|comforting|comforts|relief|peaceful|nice|appealing|bliss|soothes|soothing|calms|calming
			idea|thought of dying|death ..3 comforting|comforts|relief|appealing|bliss|soothing|attractive|nice|peace|relieves
			dying|death|being dead sounds|seems|looks|feels ..2 nice|good|easier|peaceful|better|bliss|lovely|appealing|relief|inviting|wonderful
			death|dying|dead would|will|must|might be ..2 relief|release|easier|mercy|kinder|blessing|better|welcome|kindness|nice|bliss
			welcome death|dying
			comfort in the? thought|idea of dying|death|not
			easier|better|simpler|best|kinder|nicer to be dead|gone|die|not be
			easier|better|simpler|best|kinder|happier dead !than
			be ..1 better|easier|simpler|best|kinder if|when|that? i am|was|were|had|died|would|just|did|do ..2 [be_dead]|here|wake|die|exist|died|existed
			be|been ..1 better|easier|simpler|best|kinder if i died|disappeared|was|were
			better off ..1 dead|gone !than
			better off ..1 dead|gone than ..1 going|living|this|carrying|feeling|like
			best thing is|for|would ..4 die|dead|gone|not wake|disappear
			as well be|i? dead
			may|might as well be dead
			may|might as well die
			might as well not be here
			rather not be here|alive
			quite happy to
			should be dead $
			should have died $|instead|with|then|not|too
			should have been that died
			should not be alive
			do not deserve to live|be alive|exist
			not deserve to live|be alive|exist|be here`},
	{key: "wish.illness_take_me", class: Wish, why: "hoping that the illness, God or chance does it",
		unless: "",
		says: `
			[hope] they ..4 wrong|mistake
			rest ..3 like|want|ready to follow
			[hope] the|this|my|it ..2 had|have ..1 taken|killed|finished|got me
			[hope] the|this ..1 chemo|treatment|surgery|operation|anaesthetic|cancer kills|kill|takes|finishes me
			cross|crossing|crossed ..4 not|never|without look|looking
			memorial|obituary ..6 envy|jealous
			envy|jealous ..6 memorial|remembrance
			[hope] ..3 get|catch|have|gets ..2 covid|pneumonia|sepsis|infection|flu|attack|stroke
			[hope] the|this|my|next ..3 scan|results|biopsy|scans|news|surgery|operation|pet|mri|bloods|treatment ..2 is|are|comes|shows|fails|goes|does|come ..1 bad|worst|terminal|spread|worse|badly|wrong|kill|fatal|not
			[hope] the|this|my ..2 cancer|tumour|tumor|disease|illness|thing|mets|infection|heart ..1 would|will|could|to|just hurry|finish|get|speed|spread|take|kill|win|move|give|do
			[hope] it would|will|could|to|just hurry|spread|speed|finish|win
			[hope] chemo|it|treatment ..1 fails|kills|stops|does_not
			jealous|envious|envy|envying ..6 died|dead|dying|gone|passed|obituaries|obituary|graves|grave|cemetery|funeral
			obituaries|obituary|died|dead|death|passed|funeral ..6 jealous|envious|envy|jealousy
			not ..2 jump|get|move|step|run|dive out ..1 of ..1 its|the|way|it
			not ..2 swerve|brake|fight it|brace
			would not fight it|stop it
			let it ..1 win|finish|have
			let nature take_its_course
			god|he|lord has not|never ..1 answered|taken|come|listened ..1 me|$
			[hope] the|this|my|it ..3 kills|kill|takes|take|finishes|finish|gets|ends|end me !to|from|there|back|through|off|out|into|well|some
			[hope] the|this|my|it ..3 comes|come|came|is|has|be back ..2 end|done|over|finish|so
			[hope] the|this ..1 scan|results|biopsy|scans ..2 bad|worst|shows|terminal ..6 over|end|done|go|free|wait
			[hope] to|i|that|for ..2 die|get hit|have|be hit|fall|drop|crash|am ..3 soon|quickly|tonight|bus|car|truck|lorry|heart|stroke|dead|asleep|fatal|killed|accident
			[hope] i do not|never make|survive|pull|come|get through|back|better|out
			[hope] i do not ..1 survive|make it|come round|wake|pull through|come back|come through|come out
			[hope] not to survive|wake|make
			[hope] a bus|car|truck|lorry|heart|stroke|clot|plane|meteor|tree|train|blood
			[hope] for a|my heart|stroke|clot|fatal|bus|accident|crash
			[hope] something|someone|anything ..2 kills|kill|hits|takes|happens|happen|happened me|to
			[hope] my|the heart|body|plane|car|lift ..1 stops|gives|would|crashes|goes|fails|stop|give
			[hope] god|the lord|jesus|death|cancer ..2 takes|take|calls me
			[hope] i ..2 go soon|quick|quickly|tonight
			[hope] i get|catch ..3 and|so|that ..2 die|dies|kill|kills|finish|finishes
			not mind|care|bothered|matter|sad|sorry if ..3 bus|car|truck|lorry|cancer|tumour|plane|i|it ..4 hit|hits|took|takes|kill|killed|died|die|crashed|crash|come|came|over|dead|dropped|finished|end|ended
			not look|looking|bother|bothered|care when|before|both ..2 cross|crossing|crossed
			stopped looking when|before i cross
			step out without looking
			take me lord|god|jesus
			^ take me now|already|too|please|home $
			god|lord|jesus take|please ..2 me
			ask|asking|asked|beg|begging|begged|pray|praying|prayed|pleading god|lord|to|for|that|him ..4 take|end|die|let me go|not wake|kill ..1 me|it|$|go
			let the|this|it ..1 cancer|tumour|tumor|disease|infection|thing|illness|it? take|kill|have|win|finish me|$|already
			let it take|kill|have|finish me
			let nature|cancer take its course
			want it|this|cancer|the ..2 to kill|take|finish|win me|$|and
			jealous|envious|envy|envying of|the|those|people|them|everyone|her|him ..4 died|dead|dying|gone|passed
			they are the lucky ones
			lucky ones are|who|die|died ..2 dead|die|died|gone
			wish|wished|hoped it had|would|could have killed|taken|finished me
			why did|could not|it ..2 not|it ..2  kill|take|finish me
			should have let me|it die|go|kill|take
			should have ..1 left me ..1 to? die|there
			angry|cross|gutted|sorry|wish|annoyed|upset that|they ..2 saved|revived|resuscitated|brought|survived ..1 me|back|$
			sorry|gutted|wish|regret|disappointed|angry that|i|to ..2 survived|survive|surviving
			disappointed|gutted|upset|sad|angry|let down when|that|to|it|by|because ..5 not terminal|spread|back|cancer|fatal|kill|dying
			relieved|relief|glad|pleased|happy when|if|that|to ..5 terminal|back|spread|kill|fatal|dying ..5 over|end|out|free|done|go`},
}
