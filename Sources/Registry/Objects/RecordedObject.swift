/// An object that bureaus keep on record: a travel document or a vehicle. Everything else about a record (owner,
/// restrictions, life, versions) is the same for all and stands in ``ObjectRecord`` and ``ObjectService``.
public protocol RecordedObject: Sendable, Hashable, Codable {
    /// Why objects of the kind are on record: lost, stolen and so on.
    associatedtype Class: RawRepresentable<String>, CaseIterable, Sendable, Hashable, Codable

    /// The kind of object.
    static var kind: ObjectKind { get }

    /// The object with its numbers and codes in the form in which they are compared.
    func completed() -> Self

    /// What is wrong with it, by paths below the object; all at once.
    func failures(today: CalendarDate) -> [FieldFailure]

    /// The keys under which the record is found.
    var keys: [ObjectKey] { get }

    /// The number that lists show first.
    var title: String { get }

    /// Whether a second record of the same bureau would be of the same object.
    func isSame(as other: Self) -> Bool

    /// The paths, below the object, of the fields in which two differ.
    func differences(from other: Self) -> [String]

    /// The keys under which a text may stand that somebody looks for in a list.
    static func keys(of text: String) -> [ObjectKey]
}
