package care

// wishEnglish is how people say in English that they do not want to live.
var wishEnglish = []saying{
	{key: "wish.kill_myself", class: Wish, why: "names it",
		unless: "laughing euthanasia dignitas",
		says: `
			turn|switch|switching|turning|flick|switched|turned [myself] off
			turn|switch me off
			help me to? die|end it
			who|they|kids|she|he|one|somebody|someone|would|will|not|mum|son|daughter|wife|husband ..1 find|finds|finding me $
			would|will find|finds me !a|another|something
			find my body
			courage|guts|nerve|strength|balls|bottle|bravery to ..1 end|finish|do it !with|again
			tells|telling|told|says|saying|keeps|keep me ..1 to end|finish it
			keep|keeps thinking|saying ..1 end it
			have|having|get|getting|got|my|these|those|constant|been|with ..2 thoughts|thought|ideas|urges|impulses|fantasies|images of|about|to ..1 [end_me]
			^ thoughts of|about [end_me] every|again|tonight|now|all|keep|and|since
			thoughts turn|go|drift|wander|going|turning|turned ..2 [end_me]
			[end_me] is|feels|seems|looks ..3 answer|option|way|thing|choice|solution|only|best|comfort
			[end_me] is all|on my mind
			ended|end|finish|finished it all $
			plan|thought|mind ..2 to [end_me]
			put me|myself out of my|this misery
			if i had ..4 gun|pills|guts|courage|means ..2 would
			do|did the decent thing
			end it all
			[want] [end_me]
			[think] ..1 [end_me]
			could|might|should|would|will|may|gonna [end_me] !if|trying|over|when|laughing|doing|before|with
			will [end_me] if
			not [end_me] yet
			stopping|stops|keeping|keeps|kept|stopped me from ..2 [end_me]
			only reason i have|am|do not ..2 [end_me]
			why not [end_me]
			someone|somebody|please|god [end_me] $
			kms $
			ending things
			[want] end it $
			[want] end it [more]
			[want] end it now|tonight|today|already
			[want] end the pain for good
			[want] end my pain and be gone
			[think] ending it !with|off|between
			brave|strong|courage|guts|nerve|courageous enough? to ..1 [end_me]
			courage|guts|nerve|coward|cowardly|chicken|brave ..2 to do it !again|and|but|with
			the courage to end it
			too cowardly|scared|chicken|weak to [end_me]
			too cowardly|scared|chicken to end it
			unalive [myself]
			i [end_me] $`},
	{key: "wish.suicidal", class: Wish, why: "names it",
		says: `
			am|feel|feeling|felt|been|being|get|getting|become|becoming|becomes|was|be|remain|became ..1 suicidal
			suicidal [more]?  again|lately|tonight|today|now
			have|having|had|get|getting|got|been my|these|those|strong|constant|terrible|awful|bad|intrusive|some|passive|active? suicidal|suicide thoughts|thought|ideation|feelings|urges|ideations|impulses
			my suicidal|suicide thoughts|thought|ideation|feelings|urges
			suicidal thoughts|ideation|feelings|urges are|is|keep|every|again|come|coming|back
			thoughts are suicidal
			suicide is on my mind
			suicide is|seems|looks|feels the|like the|a|like only|best|an? answer|option|way|escape|solution
			^ suicidal $
			makes|making me ..1 suicidal`},
	{key: "wish.die", class: Wish, why: "the plainest wish",
		unless: "embarrassment laughing shame curry chocolate dignity dignified hospice dignitas euthanasia naturally",
		says: `
			only one who|that wishes|wants|hopes|wish|hope ..4 die|dead|wake|over
			waiting for|until my|the ..1 body|heart|end to ..1 give|stop|end|come
			let them|him|her ..1 heal|live|move|get|be ..2 without me
			go|leave|die and let them|him|her|everyone
			the thoughts of|about [end_me]
			thoughts of|about [end_me] are|is|there|keep|come|at|daily|constantly
			not wanting to be here
			see ..1 one|no way out
			[want] get off ..2 ride|roundabout|merry|for_good
			[want] get off for good
			if it ..2 back|spread ..1 good $
			fantasise|fantasize|fantasising|fantasizing|daydream|daydreaming|dream|dreaming about|of dying|death|being|my ..1 !in
			waiting to die
			waiting to be dead|gone
			waiting for it|death|the end to ..1 over|come|take|finish $
			afraid|scared|frightened|terrified of not dying|living|being alive|waking|surviving|having to live|going on living
			thing|fear is|not ..1 dying ..4 living|going on|alive
			feel|am ..1 dead already|inside
			feel like i ..1 dead|died already
			already dead $
			[want] not be $
			not want to be $
			[want] be not here|alive
			welcome the end
			please come for me
			come|get|fetch|take|collect me god|lord|jesus|home|death
			god|lord|jesus|death|angels|reaper|above|heaven ..5 come|fetch|take|collect|get|calls|call|taken|have ..1 me !to|through|out|back|home_from
			glad|happy|pleased|thrilled|relieved if|when|to i? ..1 die !at|in
			[hope] ..2 last|final ..2 birthday|christmas|year|winter|summer
			[hope] ..1 terminal
			wish|hoped|hope it|the ..1 was|had|were|is ..1 been? ..1 terminal|fatal|spread|incurable
			ready to die $
			let|letting it all end|stop
			it should end|have ended for|with me
			had it|done|finished|over|enough with|of|at? life|living|existing|this_world
			enough of life|living|existing
			opt out of it all
			i do not want another ..1 day|minute|minutes|hour|year|years|birthday|morning|christmas|tomorrow|decade|sunrise|summer|winter|spring !of|in|at|with|on|waiting|without
			not want tomorrow|morning to come
			not|nothing want|in ..2 this life ..2 want
			living is ..4 sentence|torture|hell|punishment|worse
			sentenced to live|living
			worse than dying|death
			having|forced|made|condemned to ..1 go on living|keep living|stay alive|be alive|keep breathing|carry on living
			[want] die !at|in|with|of|before|on|surrounded|peacefully|naturally|from|knowing|having|while|as|holding|well|comfortably|quietly|painlessly|young|old|gracefully|happy|than|there|being|under|a|without|laughing|my|here|near|outside|first|after|somewhere|doing|by|the|like|inside|trying|every|old|trying|in|until|if|or
			[want] die right here|now|there
			[want] die after he|she|her|him|that
			[want] die in my sleep
			[want] die to be|get|escape|make|stop
			[want] die with him|her|them
			[want] die rather|instead
			[want] die like !a|everyone|my
			[want] [was] [be_dead]
			[want] be dead
			[want] drop dead
			[want] curl up and die
			[want] lie down and die
			[want] go to sleep and die
			[want] crawl ..4 and die
			[want] lie|curl|crawl|go|lay ..5 and not wake|move
			[want] rot
			want death
			want to be gone !from|before|too
			do is die
			want is to die !at|in|with|peacefully
			want ..3 this cancer|thing|disease|illness to kill|take me
			let me die !at|in|with|naturally|peacefully|here
			leave me to die
			let me go $
			please|someone|somebody ..2 kill|shoot me
			why can i not die
			why can not i die
			why will not i die
			why am i still|not? alive|dead|here $
			why am i still|not? alive|dead [more]
			why will i not die
			why am i not dead
			why could it not have killed|taken me
			die already
			cannot wait|wait to die
			can not wait to die|be dead|be gone
			not wait to die !at
			looking forward to dying|death|being dead|it being over|not being here
			pray|praying|prayed|beg|begging|hope|hoping|waiting|wish for death
			ready to end it !with
			ready for it to end|be over
			ready to be dead|gone
			rather be dead|gone !at
			rather die $
			rather die|be dead than live|carry|go|be|keep|wake|continue|face|do|this|spend|feel|exist|suffer
			would have rather died
			rather not wake|be here|be alive|live|exist
			rather i died`},
	{key: "wish.not_live", class: Wish, why: "not to live, not to be here, not to go on",
		unless: "ward forum board thread waiting hospital clinic group club site tamoxifen letrozole boat",
		says: `
			wish|wishing|wished|wishes they had not|never saved|revived|found me|resuscitated|brought|caught it
			wish|wishing|wished|wishes i had not|never survived|made|pulled|come|woken|been
			[tired] of being|feeling a|the|me|human|person|alive|here|awake|anything|anyone
			[tired] of [live_ing]
			[tired] of opening|waking|breathing|existing|staying_alive
			content|happy|fine|okay|ok|glad|relieved|grateful|thankful not to ..1 see|wake|be|exist|have|live ..2 tomorrow|morning|here|alive|up|christmas|tomorrow|another|$
			content|happy|fine|okay|ok|glad|relieved|grateful|thankful if i [died]
			this is living|life|existence|how ..3 not want|keep|out|back
			have|had my ..1 innings|time|turn ..12 stop|over|go|end|enough|done !still|but
			remind|tell|convince me why i ..2 bothering|bother|here|alive|live|keep|should|carry|stay|on
			give|find|need|see|name|think me? ..1 one|a|any|single|good|another? ..1 reason|reasons to|not|why ..1 [stay]
			why i ..1 bother|bothering|keep|carry|am|should ..2 [stay]
			struggling|struggle|hard|trying|difficult|fail|failing|finding ..2 see|find|finding|seeing|think ..3 reason|reasons|point|purpose|meaning to|in|for|why ..2 [stay]
			no reason|reasons|cause|incentive to|for ..1 [stay]
			not|never ..2 reason|reasons|point|purpose to|in|for ..1 [stay]
			only|sole|one|main reason|reasons|thing|person i|that ..1 get up|wake|am|stay|keep|live|carry|breathe|alive|bother|going|keeps
			not see myself|me ..1 here|alive|around|living|surviving|wanting
			not picture|imagine|see|want a|any|my life|future|old|years|tomorrow|months
			not|cannot imagine another ..1 year|years|month|months|day|decade|winter
			not bothered|fussed|interested about|in living|surviving|life|waking|staying
			no interest|desire|wish|will|urge|energy in|to|for ..1 living|live|life|survive|be alive|stay|wake|go on
			[want] to? opt out
			[want] give up on life|living|everything
			[want] quit life|living|everything
			not built|made|cut for|out living|life|this world|for this world
			do not belong in|on this|the|earth world|earth|anymore
			not want|wanting|wanted|wish|care|desire|like|deserve|need|mind to|too? [live]
			not feel like [living]
			not feel like living|waking|being|carrying|going|existing
			not [want] [live]
			not want|wish|like to any more be here|alive
			longer [want] [live]
			longer want|wish|care to live|be|exist|go|carry
			longer see any|a|the reason|point ..2 [living]
			never [want] wake up
			never [want] open my eyes
			not care to live
			not care if i live|die|wake|make|survive|am dead|get better
			not care whether i live|die|wake|make|survive|am
			not matter if|whether i live|die|am here|am alive|wake
			not give a damn|shit|fuck|toss if|whether i live|die|wake
			not bothered if|whether i live|die|wake
			past caring if|whether i live|die|wake
			not know|sure|certain|think|see|believe|convinced if|whether|how|why|that|when? i can|could|should|even? [want] [live]
			not know|sure|certain if|whether|why|that? i [want] [live]
			not know|see|think|sure|remember|understand if|why|how|what|that? i bother|keep|should|am|even ..1 [live]
			not think|know i can|could|will|am ..2 [live] [more]
			not see why i should|bother|keep|have to [live]
			not know how|why i am here|alive
			not|never? ask|asked to be born|alive
			not want this|my|the life [more]
			not want ..1 life $
			hate being alive
			hate that i am alive|breathing|still
			hate waking up !at|early|in|to|so|with|every|feeling
			hate that i wake|woke up
			wish|wishing|wished|wishes i was|were|had|am [be_dead]
			wish|wishing|wished|wishes i was|were not alive|here
			wish|wishing|wished|wishes i would not|never wake
			wish|wishing|wished|wishes i could not|never wake|exist
			wish|wishing|wished|wishes i could die|disappear|vanish|end|stop existing|cease|leave this|be dead|go to sleep and|fall asleep and|sleep forever|sleep and|close my eyes and|be gone|not be|join
			wish|wishing|wished|wishes i did not exist|wake|survive|have to|make
			wish|wishing|wished|wishes i did not live
			wish|wishing|wished|wishes i would die|drop|disappear|go
			wish|wishing|wished|wishes i had died|not|never ..1 survived|woken|born|made|been|lived|pulled
			wish|wishing|wished|wishes i died|never
			wish|wishing|wished|wishes i had not|never? been born|found|saved|resuscitated
			wish|wishing|wished|wishes the|this|my ..1 cancer|tumour|tumor|disease|illness|heart|thing|it would|will just_? hurry|kill|take|finish|stop|get it over|win
			wish|wishing|wished|wishes it would kill|take|finish|hurry|end me|up
			wish|wishing|wished|wishes god|the lord|someone|somebody|something would take|kill|finish|end
			wish|wishing|wished|wishes they had|would let|left me die|go|to die
			wish|wishing|wished|wishes the ground|earth would open|swallow ..2 for good
			wish|wishing|wished|wishes tomorrow|morning would not|never come
			wish|wishing|wished|wishes my heart would stop
			sick|tired|weary|fed|done|exhausted|bored|finished of|with [live_ing]
			fed up of|with [live_ing]
			had enough of [live_ing]
			ready to be done with [live_ing]
			done with everything|existing $
			done living|existing|being alive|being here $
			tired of being here|alive
			tired of waking up`},
	{key: "wish.sleep", class: Wish, why: "to sleep and not wake: the softest way to say it",
		unless: "anaesthetic anesthetic anaesthesia anesthesia surgery operation afraid scared fear terrified frightened worry worried",
		says: `
			[sorry] ..1 that|to|when|because|at ..3 i? ..2 am|be|woke|wake|waking|being|survived|opened|open|was|have|keep|find|still ..2 [here]
			[here] ..3 and|to|with ..3 [sorry] !about|for|the
			open|opened|opening|wake|woke|waking|woken ..6 [sorry] ..1 that|to|because|i ..4 [here]|am|made
			[sorry] when|that|each|every ..3 i ..1 woke|wake|open|opened|survived|came|pulled !through|too|late|on|in|with|to|at|early|before|after
			wake|woke up|again [sorry]|crying|disappointed
			they|them|paramedics|doctors|surgeons|icu|nurses ..1 saved|revived|resuscitated|brought ..6 [sorry]|wish|should|forgive|forgiven
			[hope] ..2 stop|stops|stopped breathing|beating
			[hope] ..3 heart ..2 stop|stops|stopped|give|gives|packs|gave|burst
			if my heart|breathing ..2 stopped|stops|gave|packed
			if i ..2 stopped breathing
			lie|lay|lying|sit|curl|lain|laid ..3 not|never ..1 get up|getting up|move|rise|wake
			[not_be] ..5 [nice] !to_treat|for_the
			[nice] ..4 to|of|if|idea|about|that|thought|just|in? ..2 [not_be]
			[think] ..5 not exist|not existing|to not exist|non existence|[not_be]
			feel|be|look|like like? ..2 not exist|to not exist|not existing|not_to_exist
			thought|idea of [not_be]
			terrible|bad|awful|wrong|tragic|tragedy|matter|sad thing|loss? ..3 [if_gone]
			is it ..2 bad|wrong|awful|terrible|normal|selfish that|to i? ..2 [want]|hope|wish ..2 die|dying|dead|not|gone|over|wake
			[sleep] ..2 and|then|then? ..1 not|never ..3 wake|waking|woke|woken|waken up? !at|every|during|with|until|till|from|feeling|to|in|for|early
			[sleep] and ..1 stay there
			[sleep] forever !home
			[sleep] for good
			[sleep] for ever
			[hope] ..2 i|not|never ..3 not|never wake|waking|woken up? !with|at|from|in|to|feeling|early
			[hope] not to wake
			[hope] not waking|wake
			[hope] i die|do not wake|go|slip|pass ..3 my|the sleep|night
			die in my sleep tonight|$
			slip away in my sleep
			not mind|care|bother|bothered if i ..2 not|never wake|woke|woken
			would ..1 like to not wake up
			not mind ..1 not waking
			not waking up sounds|seems|would|feels|is|appeals
			never waking up sounds|seems|would|feels|is|appeals
			not|never wake up [more]
			not|never wake up again|tomorrow|one day|one morning|from it all
			not wake up tomorrow
			disappointed|angry|gutted|upset|sad|annoyed|cry|crying|furious|sorry|hate|devastated when|that|because|to|every|each? ..3 i ..1 wake|woke|waking|open
			disappointed|sorry|gutted|angry|sad|annoyed to ..1 wake|have woken|be alive|be here|be awake
			wake|woke|waking up ..2 disappointed|angry|gutted|sorry|furious that|i|because|to ..2 am|still|be|alive|here|woke|breathing
			wake up and am|feel|cry disappointed|gutted|angry|because
			close my eyes|them and not|never open|wake
			close my eyes forever|for good|for ever
			close my eyes for the last time
			drift|slip|fade|float off|away ..2 not|never come|return|wake|back
			[want] slip|drift|fade|float away
			[want] sleep forever
			morning ..2 not come
			tomorrow ..2 not|never come|comes
			[hope] tomorrow|morning|the morning ..1 never|not|does ..1 come|comes
			go to bed hoping|praying|wishing i|not|that ..3 not|never|die`},
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
			easier|better|simpler|best|kinder|happier dead
			be ..1 better|easier|simpler|best|kinder if|when|that? i am|was|were|had|died|would|just|did|do ..2 [be_dead]|here|wake|die|exist|died|existed
			be|been ..1 better|easier|simpler|best|kinder if i died|disappeared|was|were
			better off ..1 dead|gone
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
			why did|could not|it ..2 not|it ..2 just_? kill|take|finish me
			should have let me|it die|go|kill|take
			should have ..1 left me ..1 to? die|there
			angry|cross|gutted|sorry|wish|annoyed|upset that|they ..2 saved|revived|resuscitated|brought|survived ..1 me|back|$
			sorry|gutted|wish|regret|disappointed|angry that|i|to ..2 survived|survive|surviving
			disappointed|gutted|upset|sad|angry|let down when|that|to|it|by|because ..5 not terminal|spread|back|cancer|fatal|kill|dying
			relieved|relief|glad|pleased|happy when|if|that|to ..5 terminal|back|spread|kill|fatal|dying ..5 over|end|out|free|done|go`},
}
