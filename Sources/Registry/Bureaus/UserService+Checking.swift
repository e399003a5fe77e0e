extension UserService {
    /// What is wrong with a new user's fields; for forms that name every wrong field at once.
    public func failures(in new: NewUser) -> [FieldFailure] { Self.failures(new) }
}
