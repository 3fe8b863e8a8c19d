"""Function words of the languages of the news, and the words of time and telling that every report holds.

They say nothing of what a text is about, and together they tell in which language it is.
"""

FUNCTION_WORDS = {
    "en": """a about above according across after again against ago all along already also although always am among
        an and another any anyone anything are aren't around as ask asked at away back be became because become
        been before began behind being below between both but by call called came can can't cannot come could
        couldn't day days did didn't do does doesn't doing don't done down during each early either else enough
        even ever every everyone far few first for former found friday from full further gave get getting give
        given go goes going gone got had hadn't has hasn't have haven't having he her here hers herself him
        himself his how however i i'm if in including instead into is isn't it it's its itself just keep kept know
        known last late later least less let like likely made make makes making many may maybe me might mine
        monday more most mr mrs ms much must my myself near nearly never new news next no nobody none nor not
        nothing now of off often on once one only onto or other others our ours out outside over own part people
        perhaps put quite rather really report reported reportedly reports s said same saturday saw say saying
        says second see seen several shall she should shouldn't show since so some someone something soon still
        such sunday t take taken tell than that that's the their theirs them themselves then there there's these
        they they're thing things think this those though three through throughout thursday thus time times to
        today together told too took toward towards tuesday two under until up upon us use used using very via
        want wanted was wasn't way we we're wednesday week weeks well went were weren't what when where whether
        which while who whole whom whose why will with within without won't would wouldn't year years yesterday
        yet you your yours""",
    "de": """aber alle allem allen aller alles als also am an andere anderen auch auf aus außerdem bei beim bereits
        bis bisher da dabei dafür dagegen daher damit danach dann daran darauf darüber das dass dazu dem den denn
        der deren des dessen deutlich die dienstag dies diese diesem diesen dieser dieses doch donnerstag dort
        drei durch ein eine einem einen einer eines einige er erst es etwa etwas euch freitag für gab gegen
        gegenüber gehen geht gibt habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren
        ihrer im immer in indem ins ist ja jahr jahre jahren jede jeder jedoch jetzt kann kein keine keinen können
        könnte laut machen man mehr mehrere mein mit mittwoch montag muss müssen nach nachdem neben nicht nichts
        noch nun nur ob oder ohne rund sagt sagte samstag schon sei sein seine seinem seinen seiner seit selbst
        sich sie sind so sogar sollen sollte sollten sonntag sowie tag tage teilte uhr um und uns unser unter viel
        viele vom von vor war waren warum was wegen weil weiter weitere weiteren wenn wer werde werden wie wieder
        will wir wird wo wollen worden wurde wurden während zu zudem zum zur zwar zwei zwischen über""",
    "fr": """a afin ai ainsi alors après au aucun aujourd'hui auquel aussi autre autres aux avaient avait avant
        avec avoir ayant beaucoup bien c'est car ce ceci cela celle celui cependant ces cet cette ceux chaque chez
        comme comment contre d'un d'une dans de depuis dernier des deux devant dimanche dire dit doit donc dont du
        elle elles en encore enfin entre est et eu eux faire fait fois font heures hier il ils j'ai jamais je
        jeudi jour jours jusqu'à l'on la le les leur leurs lors lorsque lui lundi mais malgré mardi me mercredi
        mes moins mois mon même n'a n'est ne ni non nos notamment notre nous on ont ou outre où par parce parmi
        pas pendant peu peut peuvent plus plusieurs pour pourquoi près puis qu'elle qu'il qu'ils qu'on quand que
        quel quelle quelques qui quoi s'est s'il sa samedi sans se selon semaine sera ses si sien soit son sont
        sous souvent sur tandis tant tous tout toute toutes trois trop très un une vendredi vers voir vous y
        étaient était été être""",
    "es": """a además ahora al algo algunas algunos ante antes aquel aseguró así aunque ayer año años aún bajo bien
        cada casi como con contra cual cuando cuatro de del desde después dice dijo domingo donde dos durante día
        días e el ella ellas ellos embargo en entonces entre era eran es esa ese eso esta estaba este esto estos
        está están explicó fue fueron gran ha había habían hace hacer hacia han hasta hay hoy incluso jueves junto
        la las le les lo los luego lunes martes mayor me mediante menos mi mientras misma mismo miércoles mucho
        muchos muy más nada ni no nos nosotros o otra otras otro otros para parte pero poco por porque puede
        pueden pues que quien quienes qué se segundo según semana ser será señaló si sido siempre sin sino sobre
        son su sus sábado también tan tanto tener tiene tienen toda todas todavía todo todos tras tres tu un una
        uno unos usted va vez viernes y ya yo él""",
    "it": """a abbiamo ad agli ai al alcuni alla alle allo allora altra altri altro anche ancora anni anno avere
        aveva avevano basta ben c'è che chi ci circa ciò come con contro cosa così cui da dagli dai dal dalla
        dalle dallo degli dei del dell della delle dello dentro detto di dice domenica dopo dove due durante e
        ecco ed era erano essere fa fare fatto fin fino fra fu giorni giorno giovedì già gli ha hai hanno ho i
        ieri il in infatti insieme invece io l'ha la le lei li lo loro lui lunedì ma martedì me mentre mercoledì
        mi molti molto ne negli nei nel nell nella nelle nello no noi non nostra nostro o oggi ogni oltre ora ore
        per perché però più poi possono prima proprio può qualche quale quali quando quanto quasi quella quelle
        quelli quello questa queste questi questo qui sabato se secondo sempre senza si sia solo sono sopra sotto
        sta stata state stati stato su sua sue sugli sui sul sulla sulle suo suoi tra tre tutta tutte tutti tutto
        un un'altra una uno va venerdì verso volta è""",
    "nl": """aan achter af al alle alleen als altijd andere anderen beide ben bij bijna binnen daar daarbij daarmee
        daarna daarom dan dat de deze die dinsdag dit doen donderdag door dus echter een eens eerder eerst eerste
        elk elkaar en er erg ervan gaan gaat geen geweest geworden haar had hadden hebben heeft hem hen het hier
        hij hoe hun ik in inmiddels is jaar jaren je jij kan komen komt kon kunnen laat laatste maandag maar maken
        man mee meer meest men met mij minder moest moet moeten na naar net niet niets nieuwe nog nu of om omdat
        onder ons ook op opnieuw over sinds snel soms steeds te tegen ten ter terug terwijl tijdens tot tussen
        twee uit uur van vanaf vandaag veel ver vier volgens voor vooral voordat vrijdag waar waarbij waarin
        waarom wanneer waren was wat week weer wel werd werden wie wij wil willen woensdag worden wordt zaterdag
        ze zeggen zegt zei zelf zich zij zijn zo zoals zondag zonder zou zouden""",
    "pt": """a acordo afirmou agora ainda algumas alguns além ano anos antes ao aos apenas após aquela aquele as
        através até bem cada com como contra contudo da das de dela dele deles depois desde dessa desse desta
        deste dia dias disse disso do dois domingo dos durante e ela elas ele eles em embora enquanto entre então
        era eram essa essas esse esses esta estas estava este estes está estão eu feira foi foram grande hoje há
        isso isto já lhe lo logo mais mas me mesma mesmo meu minha muito muitos na nas nem nenhum nessa nesse
        nesta neste no nos nossa nosso num numa não nós o onde ontem os ou outra outras outro outros para parte
        pela pelas pelo pelos pode podem por porque porém pouco primeira primeiro qual quando quarta que quem
        quinta se segunda segundo seja sem sempre sendo ser será seu seus sexta sido sob sobre sua suas sábado são
        só também tem ter terça teve tinha toda todas todo todos três tudo têm um uma umas uns vai vez você é""",
    "pl": """a aby albo ale ani až bardzo bez bo bowiem być był była było były będzie będą chce choć co coraz
        czwartek czy czyli dla dlaczego dlatego do dwa dwóch dzień dziś gdy gdyby gdyż gdzie go i ich ile im inne
        innych iż ja jak jako je jednak jednym jego jej jest jestem jeszcze jeśli jeżeli już każdy kiedy kilka kto
        która które którego której który których którym którzy lat lub ma mają mi mimo między mnie może można mówi
        na nad nam nas nawet nic nich nie niedziela niej niż no o obecnie od ok oraz pan piątek po pod podczas
        ponad poniedziałek ponieważ powiedział poza przed przede przez przy raz roku również się sobie sobota są
        ta tak także tam te tego tej temu ten teraz też to trzy tu tych tylko tym tys u w we według wiele więc
        wszystkie wszystko wtorek z za zaś ze został została środa że żeby""",
    "sv": """alla allt att av bara blev bli blir de dem den denna deras dess det detta dig din dock där därför då
        efter eller en ett från få får för före genom ha hade han hans har hela henne hennes honom hur här i idag
        in inom inte jag ju kan kommer kunde man med mellan men mer mest mot mycket många måste ni nu när någon
        något några och också om oss på redan sa samma sedan sig sin sina sitt ska skulle som säger sätt så till
        två under upp ut utan vad var vara varit vi vid vilket vill är även år åt över""",
    "da": """af alle alt anden at bare blev blevet blive bliver da de dem den denne der deres det dette dig din
        disse dog efter eller en end er et flere for fordi fra får før går gør ham han hans har havde have hende
        hendes her hos hun hvad hvis hvor hvordan i ifølge igen ikke ind ingen jeg jo kan kommer kun kunne lige
        man mange med meget mellem men mener mere mig mod må ned nej noget nogle nu når og også om op os over på
        sagde samme se selv siden sig siger sin skal skulle som så til to ud under var ved vi vil ville være været
        år""",
    "no": """alle at av bare ble blir blitt da de deg dem den denne der dere deres det dette din disse du eller en
        enn er et ett etter fikk for fordi fra får før gjør går ha hadde han hans har hele henne hennes her hun
        hva hvis hvor hvordan hvorfor i ifølge ikke ingen inn jeg kan kom kommer kun kunne man mange med meg
        mellom men mener mer mot mye må måtte ned nei noe noen nå når og også om opp oss over på sa samme seg selv
        si siden sier sin skal skulle slik som så til to under ut uten var ved vi vil ville være vært å år""",
    "fi": """ei eivät ennen että he hän hänen ja jo joka jolla jonka jos jossa jotka kaikki kanssa kertoo kuin
        kuitenkin kun mikä mukaan mutta myös ne niin nyt olevan oli olisi olivat olla on ovat paljon sanoi sanoo
        se sekä sen siitä sitä tai tämä tämän vain vielä voi vuoden vuonna välillä""",
    "cs": """a aby ale ani asi až bez bude by byl byla byli bylo být co další do ho i jak jako je jeho jejich její
        jen ještě již jsem jsou k kde kdy kdyby když ke která které který kteří mají mezi mnoho má může na nad ne
        nebo není než o od pak po pod podle pokud pouze pro proti proto protože před při s se si svůj ta tak také
        tam ten tento to toho tom tuto už v ve více však z za ze či řekl že""",
    "ro": """a aceasta această acest acestea acestui ai al ale am ar are asupra au avea azi ce cea cei cel cele cu
        cum când câteva că către dacă dar de decât deja despre din dintre după ea ei el ele este eu fi fie fost
        fără la le lor lui mai mult ne nici noi nu o ori pe pentru prin privind sa sale sau se spus sunt să său
        toate tot un una unei unor unui va vor îl împotriva în încă între își și""",
    "hu": """a az azonban azt be csak de egy egyik ekkor el elő ez ezek ezt ezért fel ha hanem hogy illetve is itt
        kell kellett ki közben között lehet lesz maga meg mely mert mi minden mint most már még míg nagy nem nincs
        olyan pedig s saját sem sok szerint számára tehát tud több után vagy van vannak volt voltak én és így
        össze ő ők""",
    "tr": """ama ancak artık aynı bazı ben beri bile bin bir biri birçok biz bu buna bunu bunun da daha de dedi
        değil diye dolayı en gibi göre hem her hiç ile ilgili ise için içinde kadar karşı ki kim mi mu mı ne neden
        o olan olarak oldu olduğu olduğunu olması olup onlar onu onun sonra söyledi tarafından tüm var ve veya ya
        yani yer yok yüzde zaman çok çünkü önce öyle üzere üzerinde şey şu""",
    "id": """ada adalah agar akan anda antara atas atau bagi bahwa banyak beberapa belum bisa dalam dan dapat dari
        dengan di dia hal hanya hari harus hingga ia ini itu jika juga kami karena kata ke kepada kita lain lebih
        masih melalui mereka merupakan namun oleh pada para pun saat saja sangat sebagai sebelum secara sehingga
        sejak seluruh sementara seperti serta setelah sudah tahun tak telah tentang terhadap tersebut tidak untuk
        yang""",
    "ru": """а без бы был была были было быть в вам вас весь во вот все всего всё вы где год года году да два для
        до его ее если есть еще ещё её же за заявил и из или им их к как когда которая которые который которых кто
        лет ли между мне много может можно мы на над не него нет ни но о об один он она они от по под после при
        про с сам своей своих сказал со сообщил так также там то того тоже только том тот три у уже что чтобы эта
        эти это этого этом этот я""",
    "uk": """а але без би був була були було бути в вже вона вони все всі від він де для до з з'явилися за заявив
        зі й його коли ми на над не ні ніж о один по при про проти під після року свої себе сказав та так також
        там те ти тим то того тому у усі це цей цього цьому що щоб я як яка яке який які і із інших їх її""",
}
"""By ISO 639-1 code, in lower case, separated by spaces."""
