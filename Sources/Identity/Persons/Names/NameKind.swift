/// What carries a name. It decides which words are forms of address and which are legal forms.
public enum NameKind: String, Sendable, CaseIterable {
    /// A natural person.
    case person
    /// A company, authority or group.
    case organisation
    /// A ship or boat.
    case vessel
}
