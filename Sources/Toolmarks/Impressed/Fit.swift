/// A rotation about a pair of places that lie on each other.
struct Fit {
    /// Degrees beyond the rotation it was fitted about.
    let turn: Double
    let one: Place
    let other: Place

    init(turn: Double, one: Place, other: Place) {
        self.turn = turn
        self.one = one
        self.other = other
    }

    /// Fits by weighted least squares: the middles lie on each other, the rotation follows from the cross products
    /// (Kabsch 1976, doi:10.1107/S0567739476001873, in the plane).
    init(to voters: [Voter], about rotation: Double, mostTurn: Double) {
        let sum = voters.reduce(0) { $0 + $1.weight }
        func middle(_ place: (Correspondence) -> Place) -> Place {
            var x = 0.0
            var y = 0.0
            for voter in voters {
                x += voter.weight * place(voter.correspondence).x
                y += voter.weight * place(voter.correspondence).y
            }
            return Place(x: x / sum, y: y / sum)
        }
        one = middle(\.onOne)
        other = middle(\.onOther)
        let about = Turn(degrees: rotation)
        var along = 0.0
        var across = 0.0
        for voter in voters {
            let a = voter.correspondence.onOne - one
            let b = about.turned(voter.correspondence.onOther - other)
            along += voter.weight * (a.x * b.x + a.y * b.y)
            across += voter.weight * (a.y * b.x - a.x * b.y)
        }
        let tangent = along > 0 ? max(-mostTurn, min(mostTurn, across / along)) : 0
        turn = Fit.arctangent(tangent) * 180 / .pi
    }

    /// The arctangent of a small number, summed here for the same bits on every machine.
    private static func arctangent(_ value: Double) -> Double {
        let square = value * value
        var sum = 0.0
        var power = value
        for index in 0..<10 {
            sum += (index % 2 == 0 ? power : -power) / Double(2 * index + 1)
            power *= square
        }
        return sum
    }

    /// The arrangement relative to the middles of the marks.
    func registration(about rotation: Double) -> Registration {
        let turned = Turn(degrees: rotation + turn)
        let shift = turned.turned(other) - one
        return Registration(rotation: rotation + turn, shift: shift)
    }
}
