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
			sooner be|was dead|gone
			urge|urges|want|wanting|impulse to ..3 give up and die
			happily not ..1 be|wake|exist|survive
			days|times|nights|moments when i would ..2 not be here|alive
			wanting to ..1 die|disappear|end !at|in
			not want any more days|years|birthdays|time|tomorrows|life
			[hope] i do not ..1 survive|come|make|pull|recover ..1 round|through|it|back
			no ..3 point of my existence
			[hope] ..4 be|get|am|being hit|run|knocked|struck|killed
			[sleep] ..6 last time $
			rather it ended|stopped|finished
			[if_gone] ..3 weeks|days|months ..4 find|notice|realise|know|found
			i died the day|night|moment|same
			pretending to be alive|living
			would ..1 have ended it|things|everything
			ended it by now
			death|dying|dead is|seems|feels|looks|would ..5 only|best|answer|option|escape|solution
			lying|lie if|to i? ..4 not [think] ..1 [end_me]|[not_be]|dying|suicide
			ready for it|this|everything|all ..2 to end|stop
			no way i can live|carry|go
			waiting to join|follow him|her|them|you|my
			wonder why i keep|bother|carry ..1 going|on|living|trying !to|back|through
			be around to find|see
			corazon ..3 latir|pare|parara|detenga|detuviera|detuviese
			wish|wishing|wished|wishes i had not $
			wish|wishing|wished|wishes i would end|stop|go|die|be
			fine|okay|ok|happy|cool|content|relieved|grateful|glad with|about|if ..1 dying|death|dead ..1 now|tomorrow|tonight|today|$
			fine|okay|ok|happy|content|relieved|grateful|glad if|when i ..1 [died]
			[if_gone] ..3 i ..2 fine|okay|ok|relieved|happy|glad|not mind|care|grateful
			death|dying|being|dead ..1 would|might|does not ..1 be|seem|sound|feel ..1 bad|worst|terrible|awful|scary
			god ..4 not ..1 take|let|have|want me
			what is the point ..8 stay|staying|being|keep alive|living
			why fight|fighting ..3 stay|live|alive|survive
			descansar|dormir para siempre
			help me to? die
			begged|begging|asked ..4 help me die|end
			disappointed|gutted when i woke
			who would ..1 miss|care|notice ..2 me $
			may|might as well be gone|buried|under
			end of my life|days ..2 faster|sooner|quicker
			fast forward to the end of my life
			stop my ..1 heart !medicine|pills|meds
			[hope] ..2 something ..2 goes|go|happens|happen wrong|to me
			of me wants|hopes ..3 to win|kill|take|end
			part|half|bit of me wants ..4 win|die|dead|over|end|gone
			of me ..1 wants|hopes|wishes ..3 to die|kill|win|take|be over|end
			of me ..1 hopes|hope|wishes ..4 bad|spread|terminal|win
			dying|death|dead and how good|nice|peaceful|easy|lovely
			why did|could|does not i|it ..1 die|kill|take|killed|taken
			why did|could i not ..1 die
			[want] go and be|join
			be|go|reunited with ..4 died|heaven
			would [end_me] if it ..2 not for
			[end_me] if it ..2 not for
			am ending it !with
			world is ..1 better off $|without
			sleep|night|breath|day ..2 is my last $
			never|not have to open|wake|get up
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
			let me die !at|with|naturally|peacefully|here|home
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
			stopped|past|beyond caring|bothering if|whether ..2 live|die|wake|make|survive|alive|dead
			care|mind|bothered if|whether i ..6 not|never ..1 pull|make|survive|wake|recover
			no|not|nor energy|strength|motivation|desire|drive|wish|want|reason|inclination to|for ..1 living|live|alive|exist !with|in|at|on
			not ..2 energy|strength|motivation|desire|will|drive|courage to ..1 live|exist !with|in
			nothing ..4 want|wanting to stay|live|be
			if this|that is ..12 not want it|any|to|this
			i mean life|living|me $
			not imagine living|being ..4 like this|for|years
			done living|existing
			done being alive|here
			if only i could ..4 never|not wake|open|exist
			life ..3 nothing|anything ..3 want
			nothing to live for
			want|need everything|all ..1 to stop|end
			want|need everything|all ..1 to be over
			not want to fight to live
			not want to live with cancer|pain|disease|illness
			not want to live with this $|disease|illness|cancer|pain|any
			wish|wishing|wished|wishes i had|would died !in|before
			wish|wishing|wished|wishes i died
			if|whether it|life is worth ..1 being here|alive
			if|whether it|life is worth living|going|staying|carrying
			want|like|love|need to be allowed|left to go|die|stop $
			people|someone|somebody|anyone who ..1 wants|want|deserves to live
			no place for me
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
			no longer [want] [live]
			no longer want|wish|care to live|exist|wake
			no longer see any|a|the reason|point ..2 [living]
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
			wish|wishing|wished|wishes the|this|my ..1 cancer|tumour|tumor|disease|illness|heart|thing|it would|will  hurry|kill|take|finish|stop|get it over|win
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
			tired of being here|alive
			tired of waking up`},
	{key: "wish.sleep", class: Wish, why: "to sleep and not wake: the softest way to say it",
		unless: "anaesthetic anesthetic anaesthesia anesthesia surgery operation afraid scared fear terrified frightened worry worried",
		says: `
			could|can|will slip|drift|fade away
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
			[sleep] ..2 and|then|then? ..1 not|never ..3 wake|waking|woke|woken|waken !up|at|every|during|with|until|till|from|feeling|to|in|for|early
			[sleep] ..2 and|then|then? ..1 not|never ..3 wake|waking|woke|woken|waken up !at|every|during|with|until|till|from|feeling|to|in|for|early
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
			disappointed|angry|gutted|upset|sad|annoyed|cry|crying|furious|sorry|hate|devastated when|that|because|to|every|each? ..3 i ..1 wake|woke|waking|open !up|too|late
			disappointed|angry|gutted|upset|sad|annoyed|cry|crying|furious|sorry|hate|devastated when|that|because|to|every|each? ..3 i ..1 wake|woke|waking|open up !too|late|early|at
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
}
