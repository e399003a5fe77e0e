/// Sine and cosine of an angle in degrees.
///
/// They are summed here and not taken from the system, whose last digit differs between versions: a comparison has to
/// give the same bits on every machine.
struct Turn: Hashable, Sendable {
    let cosine: Double
    let sine: Double

    init(cosine: Double, sine: Double) {
        self.cosine = cosine
        self.sine = sine
    }

    init(degrees: Double) {
        // Whole quarter turns come out exact; the rest lies within 45 degrees, where the series converges fast.
        let quarters = (degrees / 90).rounded()
        let angle = (degrees - quarters * 90) * .pi / 180
        let square = angle * angle
        var sine = angle
        var cosine = 1.0
        var sineTerm = angle
        var cosineTerm = 1.0
        // Ten terms reach the last digit of a double.
        for index in 1...10 {
            let step = Double(2 * index)
            cosineTerm *= -square / ((step - 1) * step)
            sineTerm *= -square / (step * (step + 1))
            cosine += cosineTerm
            sine += sineTerm
        }
        switch ((Int(quarters) % 4) + 4) % 4 {
        case 1: (self.cosine, self.sine) = (-sine, cosine)
        case 2: (self.cosine, self.sine) = (-cosine, -sine)
        case 3: (self.cosine, self.sine) = (sine, -cosine)
        default: (self.cosine, self.sine) = (cosine, sine)
        }
    }

    /// From a place on a plane turned by this angle to the place on the mark itself.
    func unturned(_ place: Place) -> Place {
        Place(x: cosine * place.x + sine * place.y, y: cosine * place.y - sine * place.x)
    }

    /// From a place on the mark to the place on the plane turned by this angle.
    func turned(_ place: Place) -> Place {
        Place(x: cosine * place.x - sine * place.y, y: sine * place.x + cosine * place.y)
    }
}
