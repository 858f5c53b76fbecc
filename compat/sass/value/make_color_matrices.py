#!/usr/bin/env python3
"""Writes color_matrices.inc: the 3x3 matrices between linear-light colour spaces, worked out exactly.

Sources: the chromaticities and white points of CSS Color 4 (section 10, predefined colour spaces), the Bradford
adaptation of the same, and its XYZ to LMS matrix for Oklab.
Run: python3 make_color_matrices.py > color_matrices.inc
"""
from fractions import Fraction as F


def multiply(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(3)) for j in range(3)] for i in range(3)]


def inverse(m):
    (a, b, c), (d, e, f), (g, h, i) = m
    det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return [[(e * i - f * h) / det, (c * h - b * i) / det, (b * f - c * e) / det],
            [(f * g - d * i) / det, (a * i - c * g) / det, (c * d - a * f) / det],
            [(d * h - e * g) / det, (b * g - a * h) / det, (a * e - b * d) / det]]


def white(x, y):
    x, y = F(x), F(y)
    return [x / y, F(1), (1 - x - y) / y]


D65 = white('0.3127', '0.3290')
D50 = white('0.3457', '0.3585')


def to_xyz(primaries, point):
    columns = [[F(x), F(y), 1 - F(x) - F(y)] for x, y in primaries]
    m = [[columns[j][i] for j in range(3)] for i in range(3)]
    scale = [sum(row[k] * point[k] for k in range(3)) for row in inverse(m)]
    return [[m[i][j] * scale[j] for j in range(3)] for i in range(3)]


BRADFORD = [[F(v) for v in row] for row in
            (('0.8951', '0.2664', '-0.1614'), ('-0.7502', '1.7135', '0.0367'), ('0.0389', '-0.0685', '1.0296'))]


def adapt(source, target):
    a = [sum(row[k] * source[k] for k in range(3)) for row in BRADFORD]
    b = [sum(row[k] * target[k] for k in range(3)) for row in BRADFORD]
    diagonal = [[b[i] / a[i] if i == j else F(0) for j in range(3)] for i in range(3)]
    return multiply(inverse(BRADFORD), multiply(diagonal, BRADFORD))


LMS = [[F(v) for v in row] for row in
       (('0.8190224379967030', '0.3619062600528904', '-0.1288737815209879'),
        ('0.0329836539323885', '0.9292868615863434', '0.0361446663506424'),
        ('0.0481771893596242', '0.2642395317527308', '0.6335478284694309'))]
IDENTITY = [[F(int(i == j)) for j in range(3)] for i in range(3)]
D50_TO_D65 = adapt(D50, D65)

# Each to xyz-d65, in the order of LinearBase in color_space.cc.
SPACES = [
    ('srgb', to_xyz((('0.64', '0.33'), ('0.30', '0.60'), ('0.15', '0.06')), D65)),
    ('display-p3', to_xyz((('0.680', '0.320'), ('0.265', '0.690'), ('0.150', '0.060')), D65)),
    ('a98-rgb', to_xyz((('0.64', '0.33'), ('0.21', '0.71'), ('0.15', '0.06')), D65)),
    ('prophoto-rgb', multiply(D50_TO_D65, to_xyz(
        (('0.734699', '0.265301'), ('0.159597', '0.840403'), ('0.036598', '0.000105')), D50))),
    ('rec2020', to_xyz((('0.708', '0.292'), ('0.170', '0.797'), ('0.131', '0.046')), D65)),
    ('xyz-d65', IDENTITY),
    ('xyz-d50', D50_TO_D65),
    ('lms', inverse(LMS)),
]


def main():
    print('// Made by make_color_matrices.py. [from][to], row by row.')
    for name, source in SPACES:
        for other, target in SPACES:
            m = IDENTITY if name == other else multiply(inverse(target), source)
            values = ', '.join(repr(float(v)) for row in m for v in row)
            print('{%s},  // %s to %s' % (values, name, other))


if __name__ == '__main__':
    main()
