/** Words that carry no topic, in bokmål, nynorsk and English, lower case. */
export const stopWords: ReadonlySet<string> = new Set(
  `
  alle alt altså andre at av bare ble blei bli blir blitt blant både da de deg dei deira dem den denne dens der dere
  deres det dette di din disse ditt du då eg egen egentlig ei ein eit eller en enda er et etter fordi for fra frå før
  ha hadde han hans har hei henne hennar hennes her ho hos hun hva hvem hver hverandre hvilke hvilken hvilket hvis hvor
  hvordan hvorfor i ifølge ifølgje ikkje ikke inn ingen innen ja jeg jo kan ken kor korfor korleis kunne kva kvar kven
  kvifor la litt man mange me med meg meir mellom men mens mer mest mi min mitt mot må måtte nei noe noen noko nokon
  nokre nå når og også om opp oss over på samme sammen samt seg selv si sia siden sin sine sitt sjøl skal skulle slik
  slike slikt som så sånn sånne til tilbake ting trenger um under unna upp ut uten utan var vart ved vel vera vere verte
  vert vi vil vår våre være vært å åt
  ville bør burde får få fikk fekk gjør gjøre gjer gjere gjort går gå gikk kommer kome komme står seier seie sier si sagt
  mener meiner mene meine ment synes synest syns syn synspunkt mening meining holdning haldning standpunkt posisjon
  ønsker ønske ønskjer ønskje tenker tenke tenkjer politikk politikken parti partiet partiene partia partier forhold
  saken sak spørsmål spørsmålet temaet tema gjelder angående vedrørende rundt ang
  egentleg eigentleg faktisk visst sånt masse lurer lure vet veit ting greit greie helt heilt
  takk vennligst fortell fortelle forklar sammenlign samanlikn jamfør forskjell forskjellen skilnad skilnaden enig enige
  einig samd samde uenig uenige versus vs
  a about an and are as at be been being but by can could do does for from had has have how i if in into is it its me my
  no not of on or our party parties position positions policy policies stance should so some that the their them there
  these they think this to view views want wants was we what when where which who why will with would you your say says
  norwegian norway any anything something tell please whose else agree agrees disagree disagrees compare difference
  ok okay okei generelt generally egentligt skil skiller skilja kontra imellom begrunner begrunne grunngir
  enn too same everyone everybody anyone anybody all also tre what's who's it's they're other others rest
  virkelig verkeleg liksom ganske veldig omtrent endelig endeleg
  plutselig plutseleg heller framover fremover kanskje muligens sikkert selvfølgelig sjølvsagt naturligvis åpenbart forresten
  apropos dessuten dessutan ennå enno ellers elles samtidig samstundes eneste einaste berre tydeligvis tydelegvis
  ett eitt tror trur trodde trudde tenkt tenkte håper håpar håpet spurt spør
  skjer skjedde hendt blitt gjøres gjerast lyst lei riktig sant rar rart merkelig
  merkeleg teit teite dumt håpløst stakkars flott kult vits poenget mine dine opptatt
  herregud pokker faen helvete jævlig fordømt hallo beklager ærlig
  viss samenlign samenlikn sammenlikn sammenligne samanlikne likt ulikt ulike
  `
    .trim()
    .split(/\s+/u),
);

/** Stop words that turn the meaning of a word beside them: "ut av EU", "uten billett", "bli med". */
export const particles: ReadonlySet<string> = new Set(
  `
  opp upp ned ut inn uten utan sammen saman bort igjen att med mot over etter før mer meir mindre ikke ikkje nei ja
  `
    .trim()
    .split(/\s+/u),
);

/** Words of acting and filling: they are in every programme and weigh about a third of a topic word. */
export const fillingWords: ReadonlySet<string> = new Set(
  `
  arbeide bedre bedra beholde betre bidra bidrar bruke bruker brukes bygge del dag egne eigne endre endring ekstra
  fjerne flere fleire folk forbedre fortsatt framleis fremdeles fortsette framtid fremtid følge følgje føre gi gir gje
  gjev gode god godt grad hele heile hindre hjelp hjelpe hjelper hjelpa innføre innfør innføring innsats jobb jobbe
  kreve krav legge leggje løse løfte lage lov lover mennesker menneske menneskje norge noreg norsk norske nye ny nytt
  oftere ordning ordninger ordningen personer person prioritere problem problemer redusere regjeringen regjering
  rolle samfunn samfunnet satse satsing sette sikre sikra sterkere stor store større støtte støtta stille styrke styrka
  styrking sørge sørgje ta tak tar tiltak tilby tilbod tilbud tillate trygg trygge utvikle utvikling
  vanlig vanlige verden vidare videre vidareføre videreføre viktig viktige øke øker auke år åra årene
  change help improve make more people support increase reduce strengthen ensure
  nærmere hjemme heime hjem ringe ringer slippe slipp stå stå plass få lenge gang ganger begynner begynne starte
  kjøpt kjøpe kjøper sted stad sjekke sjekket sjekka tatt tatte slått slå prøve prøver prøvd driver drive driv hold holde
  holder halde vise viser bestemme bestemmer sjansen mulig muleg mulighet høve råd egentlige spesielt bruke brukt
  utenfor utafor større mindre dyrt billig dyrare vanleg vanlege lenger lengre
  slite sliter sliten håndtere håndterer kjempe kjemper oppleve opplever møte møter snakke snakker finne finner
  kompis venn venner kamerat nabo naboen
  mye mykje igjen att året stedet staden hit slags nesten hvert utanfor heim heime slipper sleppe slepper lite sjølv tek fort per
  overalt resten regnes
  rett galt feil lurt umulig umogleg nødvendig nødvendige særlig særleg spesiell flest fleste type typer bra verre verst best
  beste færre færrest klare klarer klarar klart greier greidde alvor alvorlig alvorlige alvorleg oppgitt bekymret redd sint
  fungere fungerer funker funke fikse fikser fikset fiksa ordne ordner ordnet ordna sitte sitter sit satt ligge ligger ligg
  passe passer passar lovet lovt lovte lovde vurdere vurderer vurderar høre hører hørt tør tørre torde verdt ende ender enden
  skikkelig skikkeleg ordentlig ordentleg ofte alltid vite visste føler føles følt kjennes kjenner orker orkar gidder gidd bry
  bryr unnskyld snart folkene
  bror broren søster søstera søsteren syster sønn sønnen son sonen datter datteren dattera dotter dottera tante onkel fetter
  kusine kollega kollegaen kolleger kollegaer kjæreste kjæresten venninne venninna
  `
    .trim()
    .split(/\s+/u),
);
