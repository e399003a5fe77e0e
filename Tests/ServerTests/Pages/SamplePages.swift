@testable import Server

/// One of every page, with the values a busy bureau would see.
enum SamplePages {
    static func all(_ language: Language) -> [any Page] {
        checks(language) + work(language) + desk(language) + notices(language) + laboratory(language)
            + correlations(language) + objects(language) + exhibits(language)
            + examinations(language)
    }
}
