/// Names of a region, the commonest first, and how its people are called. Invented persons get them by a frequency that
/// falls as 1 / (rank + offset), as family names do; a share of family names is put together from pieces, for the long
/// tail of rare ones.
struct NameRegion: Sendable {
    enum Custom: Sendable {
        /// One or two given names, one family name.
        case plain
        /// One or two given names, the family names of father and mother.
        case twoFamilies
        /// Given name, the father's with an ending, family name that follows the sex.
        case slavic
        /// Given name, the father's, sometimes the grandfather's, a name of origin.
        case fathers
        /// Family name, then a given name of one or two syllables.
        case familyFirst
    }

    var code: String
    /// Share of the records.
    var share: Double
    var custom: Custom
    var men: [String]
    var women: [String]
    var families: [String]
    /// Beginnings and endings of rare family names.
    var stems: [String]
    var endings: [String]
    /// Share of rare family names.
    var rare: Double
    /// How steeply the frequency falls: a smaller offset makes the first names commoner.
    var offset: Double

    init(
        _ code: String, _ share: Double, _ custom: Custom, men: String, women: String, families: String, stems: String,
        endings: String, rare: Double, offset: Double
    ) {
        func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
        self.code = code
        self.share = share
        self.custom = custom
        self.men = words(men)
        self.women = words(women)
        self.families = words(families)
        self.stems = words(stems)
        self.endings = words(endings)
        self.rare = rare
        self.offset = offset
    }

    static let all: [NameRegion] = [
        NameRegion(
            "ES", 0.24, .twoFamilies,
            men:
                "José Antonio Juan Manuel Francisco Luis Javier Carlos Miguel Jesús Pedro Rafael Ángel Daniel David Alejandro Fernando Jorge Alberto Pablo Sergio Ramón Diego Andrés Enrique Vicente Víctor Raúl Eduardo Ignacio Roberto Óscar Marcos Mario Adrián Julio Gabriel Héctor Hugo Felipe Gustavo Rodrigo Nicolás Martín Tomás Emilio César Lorenzo Joaquín Mateo Santiago Esteban Agustín Ricardo Ernesto Alfonso Salvador Guillermo Domingo Félix",
            women:
                "María Carmen Ana Isabel Laura Cristina Marta Dolores Lucía Pilar Teresa Elena Paula Rosa Raquel Sara Mercedes Beatriz Julia Patricia Silvia Rocío Andrea Mónica Sofía Alba Rosario Juana Encarnación Irene Montserrat Nuria Susana Gloria Verónica Claudia Daniela Valentina Camila Gabriela Luisa Margarita Concepción Inés Victoria Natalia Carolina Lorena Alicia Esperanza Fátima Consuelo Yolanda Eva Leticia Olga Marina Noelia Adriana Ximena",
            families:
                "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Ruiz Díaz Moreno Muñoz Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Ramírez Gil Serrano Morales Molina Blanco Suárez Castro Ortega Delgado Ortiz Marín Rubio Núñez Medina Castillo Cortés Santos Lozano Guerrero Cano Prieto Méndez Cruz Flores Herrera Gallego Cabrera Márquez León Vidal Calvo Campos Vega Fuentes Carrasco Diez Reyes Caballero Nieto Aguilar Pascual Santana Herrero Montero Lorenzo Hidalgo Giménez Ibáñez Ferrer Durán Santiago Benítez Vargas Mora Arias Vicente Carmona Crespo Román Pastor Soto Sáez Velasco Moya Soler Parra Esteban Bravo Gallardo Rojas Quispe Mamani Acosta Villalba Ayala Cáceres Franco Cardozo Duarte Ojeda Insfrán Riquelme Escobar Zárate Peralta Figueroa Valdez Salazar Miranda Rivas Paredes Chávez Contreras Sandoval Espinoza Guzmán Mendoza Rivera Ríos Aguirre Estrada Ponce Cordero Zúñiga Maldonado Pizarro Tapia Araya Bustos Henríquez Sepúlveda",
            stems:
                "Al Bar Cas Cor Del Es Fon Gar Her Iba Lar Mon Nav Or Pal Que Rob San Tor Ur Val Ver Vill Zab Arr Bel Can Eche Goi Iza Lan Men Oli Pin Sal Tri Uri Zal",
            endings:
                "beda cón ledo ejón tegui rriaga mendi zábal ero illo ñán tera dilla nares ga ueta olea rano sco rrubia dero quín varría goña ndía rrey lles mar ñez dal",
            rare: 0.12, offset: 6
        ),
        NameRegion(
            "BR", 0.12, .twoFamilies,
            men:
                "José João Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael Daniel Marcelo Bruno Eduardo Felipe Raimundo Rodrigo Manoel Mateus André Fernando Fábio Leonardo Gustavo Guilherme Leandro Tiago Anderson Ricardo Márcio Jorge Sebastião Alexandre Roberto Edson Diego Vitor Sérgio Cláudio Matheus Thiago Geraldo Adriano Luciano Júlio Renato Alex Vinícius Rogério Samuel Ronaldo",
            women:
                "Maria Ana Francisca Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica Letícia Júlia Luciana Vanessa Mariana Gabriela Vera Vitória Larissa Cláudia Beatriz Luana Rita Sônia Renata Eliane Josefa Simone Natália Cristiane Carla Débora Rosângela Jaqueline Rosa Daniela Aparecida Marlene Terezinha Raimunda Andréia Fabiana Lúcia Raquel Angela",
            families:
                "Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos Gonçalves Santana Teixeira Araújo Cavalcante Moura Pinto Correia Monteiro Batista Campos Miranda Borges Reis Castro Melo Azevedo Cunha Sales Pires Xavier Barros Coelho Farias Brito Duarte Magalhães Tavares Figueiredo Fonseca Guimarães Nogueira Rezende Siqueira Toledo Viana Bezerra Amaral Assis Bastos Cordeiro Domingues Leite Medeiros Morais Neves Paiva Peixoto Queiroz Sampaio Valente",
            stems: "Ab Al Bar Cor Fer Gar Lam Mag Mont Olm Pach Quint Ram Sar Tav Vasc Zim Bitt Cerq Dant",
            endings: "eiro anches eda osa ueira oso elho alves inho ourt eco ães encourt ola ueto ieri oni ini",
            rare: 0.1, offset: 4
        ),
        NameRegion(
            "US", 0.12, .plain,
            men:
                "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Henry Douglas Peter Adam Nathan Zachary Walter Kyle Harold Carl Arthur Roger Keith",
            women:
                "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina",
            families:
                "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray James Hughes Price Myers Long Foster Sanders Ross Powell Sullivan Russell Jenkins Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson Jordan Reynolds Hamilton Graham Wallace Cole West Hayes Gibson Bryant Ellis Stevens Ford Marshall Owens Harrison Kennedy Wells Woods Warren Burns Gordon Shaw Holmes Rice Robertson Hunt Black Daniels Palmer Mills Nichols Grant Knight Ferguson Stone Hawkins Dunn Perkins Hudson Spencer Payne Pierce Berry Matthews Arnold Wagner Willis Ray Watkins Olson Carroll Duncan Snyder Hart Cunningham Bradley Lane Andrews",
            stems:
                "Ash Bran Carl Dun East Fair Glen Had Ing Kil Lock Mar North Oak Pem Quin Rad Sher Thorn Under Wake Yar Brad Hol Lang Mid Red Stan Stock Win",
            endings:
                "worth ton ley field ham wood well ford bury more land ridge shaw croft stead by den combe gate man son bourne hurst",
            rare: 0.35, offset: 25
        ),
        NameRegion(
            "RU", 0.14, .slavic,
            men:
                "Александр Сергей Владимир Андрей Алексей Дмитрий Николай Иван Михаил Евгений Виктор Юрий Игорь Олег Анатолий Максим Павел Роман Василий Денис Антон Виталий Вячеслав Константин Валерий Илья Артём Кирилл Борис Станислав Геннадий Григорий Пётр Вадим Руслан Тимофей Фёдор Егор Леонид Степан",
            women:
                "Елена Татьяна Наталья Ольга Анна Ирина Светлана Мария Людмила Екатерина Галина Валентина Надежда Юлия Марина Любовь Анастасия Нина Лариса Вера Оксана Дарья Виктория Тамара Ксения Евгения Зинаида Алина Полина Жанна",
            families:
                "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв Гусев Киселёв Ильин Максимов Поляков Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов Беляев Герасимов Богданов Осипов Сидоров Матвеев Титов Марков Миронов Крылов Куликов Карпов Власов Мельников Денисов Гаврилов Тихонов Казаков Афанасьев Данилов Савельев Тимофеев Фомин Чернов Абрамов Мартынов Ефимов Федотов Щербаков Назаров Калинин Исаев Чернышёв Быков Маслов Родионов Коновалов Лазарев Воронин Климов Филатов Пономарёв Голубев Кудрявцев Прохоров Наумов Потапов Журавлёв Овчинников Трофимов Леонов Соболев Ермаков Колесников Гончаров Емельянов Никифоров Грачёв Котов Гришин Ефремов Архипов Громов Кириллов Малышев Панов Моисеев Румянцев Акимов Кондратьев Бирюков Горбунов Анисимов Еремин Тихомиров Галкин Лукьянов Михеев Скворцов Юдин",
            stems:
                "Бел Бор Вар Гор Дуб Жар Зим Кал Кол Кос Лаг Мал Нов Ост Пан Рог Сав Тар Уст Хар Чер Шев Щег Юрк Яс Бут Глух Дор Ерм Завр Круп Лос Мок Прос Руд Стар Тол Хом Цар",
            endings: "енков анов инов ушкин ыгин овкин отин усов ёхин ачёв идов аров екин ягин ошин уев",
            rare: 0.25, offset: 10
        ),
        NameRegion(
            "AR", 0.14, .fathers,
            men:
                "محمد|Mohammed|Muhammad|Mohamed أحمد|Ahmed|Ahmad علي|Ali|Aly حسن|Hassan|Hasan حسين|Hussein|Hussain|Husayn خالد|Khaled|Khalid محمود|Mahmoud|Mahmud إبراهيم|Ibrahim|Ebrahim يوسف|Youssef|Yusuf|Yousef عمر|Omar|Umar عبدالله|Abdullah|Abdallah سعيد|Said|Saeed مصطفى|Mustafa|Mostafa كريم|Karim|Kareem سليم|Salim|Saleem طارق|Tarek|Tariq|Tareq ياسر|Yasser|Yasir وليد|Walid|Waleed سامي|Sami|Samy رشيد|Rashid|Rachid ناصر|Nasser|Nasir فارس|Fares|Faris جمال|Jamal|Gamal صالح|Saleh|Salih عادل|Adel|Adil حمزة|Hamza|Hamzah بلال|Bilal|Belal أنور|Anwar|Anouar منير|Munir|Mounir رياض|Riad|Riyadh",
            women:
                "فاطمة|Fatima|Fatma عائشة|Aisha|Aicha مريم|Maryam|Mariam زينب|Zainab|Zeinab خديجة|Khadija|Khadijah ليلى|Layla|Leila نور|Nour|Noor سارة|Sara|Sarah هدى|Huda|Houda أمينة|Amina|Aminah سميرة|Samira|Sameera نادية|Nadia|Nadiya رانيا|Rania|Raniya سلمى|Salma|Selma هناء|Hana|Hanaa",
            families:
                "المصري|al-Masri|El-Masry الحسيني|al-Husseini|Al-Hussaini البغدادي|al-Baghdadi|El-Baghdadi التكريتي|al-Tikriti|Al-Tekriti الشامي|al-Shami|El-Shamy المغربي|al-Maghribi|El-Maghrabi حداد|Haddad|Hadad نجار|Najjar|Naggar خوري|Khoury|Khouri منصور|Mansour|Mansoor سالم|Salem|Salim حمدان|Hamdan|Hamdane زيدان|Zidan|Zidane بركات|Barakat|Barakaat شاهين|Shaheen|Chahine قاسم|Qasim|Kassem رمضان|Ramadan|Ramadhan عثمان|Othman|Osman فرج|Faraj|Farag حجازي|Hijazi|Hegazi القرشي|al-Qurashi|El-Korashi العتيبي|al-Otaibi|Al-Utaybi الدوري|al-Duri|Al-Douri الجبوري|al-Jubouri|Al-Juburi الزهراني|al-Zahrani|Al-Zahrany السوداني|al-Sudani|Al-Soudani",
            stems:
                "Bar Dah Fah Ghar Haj Jab Kad Lah Maj Nah Qad Rah Sab Tah Wah Zah Ham Kar Sal Tam Zub Muh Nuj Shar Fad",
            endings: "imi awi ani iri ouni abi ili ari ousi adi afi ahi akri alli amri asiri",
            rare: 0.35, offset: 3
        ),
        NameRegion(
            "CN", 0.1, .familyFirst,
            men: "伟 强 磊 军 勇 杰 涛 明 超 刚 平 辉 鹏 华 飞 鑫 波 斌 宇 浩 凯 健 俊 帆 志强 建国 建华 国强 志明 晓东 文斌 海涛 家豪 子轩 浩然 宇航 俊杰 天宇 德华 永强",
            women: "芳 娜 敏 静 丽 艳 娟 霞 秀英 桂英 玉兰 秀兰 婷 红 玲 燕 洁 梅 莉 雪 慧 颖 倩 琳 淑珍 丽华 晓燕 海燕 雅婷 梦琪 欣怡 诗涵 雨萱 美玲 玉梅",
            families:
                "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 曾 彭 肖 蔡 潘 田 董 袁 于 余 叶 蒋 杜 苏 魏 程 吕 丁 沈 任 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石 戴 贾 韦 夏 邱 方 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段 雷",
            stems: "欧 司 诸 上", endings: "阳 马 葛 官", rare: 0.01, offset: 3
        ),
        NameRegion(
            "KR", 0.04, .familyFirst,
            men: "민준 서준 도윤 예준 시우 하준 지호 주원 지훈 준서 준우 현우 도현 건우 우진 성민 영수 영호 정호 성호 재현 승현 동현 상훈 진우 태영 경수 용호 철수 명수",
            women: "서연 서윤 지우 서현 민서 하은 하윤 윤서 지유 지민 은지 지영 미영 은주 현주 경희 영희 순자 영자 정희 수진 혜진 민지 유진 소영",
            families: "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍 유 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 진",
            stems: "남 황 제 선", endings: "궁 보 갈 우", rare: 0.005, offset: 0.8
        ),
        NameRegion(
            "TR", 0.05, .plain,
            men:
                "Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Murat Ömer Yusuf Ramazan Halil Süleyman Fatih Mahmut Recep Kemal Orhan Emre Burak Serkan Volkan Cem Tolga Umut Barış Kaan Eren",
            women:
                "Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Esra Özlem Yasemin Hülya Gülsüm Sevgi Derya Ebru Gizem Büşra Selin Pınar",
            families:
                "Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Çakır Erdoğan Acar Güneş Aksoy Bozkurt Tekin Ünal Güler Keskin Taş Yavuz Duman Turan Sarı Uçar Bulut Tunç",
            stems: "Ak Al Bay Can Dağ El Gök Has İn Kara Oğuz Sarı Tan Ulu Yel Er Kök Tur",
            endings: "soy demir taş kaya oğlu man bay türk çelik gün er doğdu yüz kan lar tepe",
            rare: 0.3, offset: 8
        ),
        NameRegion(
            "DE", 0.05, .plain,
            men:
                "Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard Hans Bernd Torsten Matthias Helmut Walter Heinz Martin Jörg Rolf Jens Sven Alexander Jan Rainer Holger Karl Dirk Joachim Ralf Björn Götz",
            women:
                "Ursula Sabine Monika Susanne Petra Maria Birgit Andrea Anna Elisabeth Karin Ingrid Brigitte Renate Gabriele Heike Christine Erika Claudia Barbara Martina Angelika Anja Helga Stefanie Christa Kerstin Silke Nicole Jutta Käthe",
            families:
                "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer",
            stems:
                "Alt Berg Buch Dorn Ehr Feld Grün Hag Hirsch Kalt Linden Mohr Neu Ober Rosen Sand Stein Tann Wald Weis Ahl Bruch Eich Falk Hell",
            endings: "mann müller bauer berg heim hofer meier stein bach ner huber ing er feld hausen hoff brunn",
            rare: 0.35, offset: 20
        ),
    ]
}
