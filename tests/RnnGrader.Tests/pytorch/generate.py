"""Writes the cases that hold RnnGrader's engine to PyTorch: *.json beside this file, 2,000 random networks.

Run it again, from any folder, on Debian:

    apt-get install -y python3-torch    (as root)
    /usr/bin/python3 tests/RnnGrader.Tests/pytorch/generate.py

(Debian's own /usr/bin/python3 sees that package; a python of pyenv or conda does not.)

Every case draws from a seed of its own ("family/index"), so a run repeats the last one and more cases of one family
leave the others as they were. The integer cases are the same on every machine; the last digit of the others may
differ where another BLAS is installed, which adds a sum in another order.

A file is a JSON array with one case a line:
    givens    name -> rows; a vector is a column
    formulas  what the engine parses and evaluates, one for each computed tensor, in order
    expect    name -> rows as torch's modules compute them in float64, one for each formula
    integer   true: every number is an integer and must be met exactly; false: to 1e-9

`expect` comes from torch's modules alone. Before a case is kept its formulas are evaluated a second time, from their
text and in fractions (class Exact), which must agree with torch and must fit the engine's 64-bit fractions.
"""

import json
import math
import os
import random
import re
from fractions import Fraction
from pathlib import Path

os.environ["ATEN_CPU_CAPABILITY"] = "default"  # read when torch loads: its AVX2 and AVX-512 kernels end in other digits

import torch
from torch import nn

PLACES = 12  # what the formulas round e^x, tanh and sigmoid to
AGREE = 1e-10  # torch against the fractions; the engine is held to 1e-9, ten times that
LARGEST_INTEGER = 10**9
LARGEST_DECIMAL = 10**3  # with 12 decimals a numerator of 10^15; ten times that for the sums of softmax
LARGEST_ARGUMENT = 6  # of exp, tanh and sigmoid

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


class Redraw(Exception):
    """These numbers would not fit 64-bit fractions, or an argument is too large."""


# --- drawing -----------------------------------------------------------------------------------------------------


class Draw(random.Random):
    """Random numbers of one case. `unit` is 1 for integer weights, 2 for halves, 10 for tenths."""

    unit = 1
    largest = 5  # of a weight

    def chance(self, share):
        return self.random() < share

    def weights(self, rows, columns, unit=None):
        """Sparse: about two and a half terms a row, however wide the row is; small weights more often than large."""
        density = min(0.8, 2.5 / columns)
        return [[self.weight(unit or self.unit) if self.chance(density) else 0 for _ in range(columns)] for _ in range(rows)]

    def weight(self, unit=1):
        steps = min(self.randint(1, self.largest * unit), self.randint(1, self.largest * unit)) * self.choice((-1, 1, 1))
        return steps // unit if steps % unit == 0 else steps / unit

    def bias(self, size, unit=None):
        return self.weights(size, 1, unit)

    def integers(self, size, low, high):
        return [[self.randint(low, high)] for _ in range(size)]


# --- torch's side ------------------------------------------------------------------------------------------------


def vector(column):
    return torch.tensor([row[0] for row in column], dtype=torch.float64)


def fill(module, **parameters):
    """Sets a module's parameters; those that are not named (torch's second bias) are zero."""
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            value = torch.tensor(parameters[name], dtype=torch.float64) if name in parameters else torch.zeros_like(parameter)
            parameter.copy_(value.reshape(parameter.shape) if name.startswith("bias") else value)
    return module


def linear(W, b):
    return fill(nn.Linear(len(W[0]), len(W)), weight=W, bias=b)


def cell(W_in, W_state, b):
    return fill(nn.RNNCell(len(W_in[0]), len(W_in), nonlinearity="relu"), weight_ih=W_in, weight_hh=W_state, bias_ih=b)


def rnn(layers, nonlinearity):
    """torch.nn.RNN of layers (W_hx, W_hh, b_h), all of one hidden size."""
    W_hx, W_hh, _ = layers[0]
    parameters = {}
    for k, (W, U, b) in enumerate(layers):
        parameters |= {f"weight_ih_l{k}": W, f"weight_hh_l{k}": U, f"bias_ih_l{k}": b}
    return fill(nn.RNN(len(W_hx[0]), len(W_hh), num_layers=len(layers), nonlinearity=nonlinearity), **parameters)


def states(W_hx, W_hh, b_h, xs, h, phi):
    """The hidden states of one layer over the inputs xs. torch.nn.RNN has no sigmoid: there, two nn.Linear."""
    if phi != "sigmoid":
        output, _ = rnn([(W_hx, W_hh, b_h)], phi.lower())(torch.stack(xs), h.unsqueeze(0))
        return list(output)
    read, carry, hs = linear(W_hx, b_h), fill(nn.Linear(len(W_hh), len(W_hh), bias=False), weight=W_hh), []
    for x in xs:
        hs.append(h := torch.sigmoid(read(x) + carry(h)))
    return hs


TORCH = {"ReLU": nn.ReLU(), "tanh": nn.Tanh(), "sigmoid": nn.Sigmoid(), "": nn.Identity()}


# --- the families: each returns givens, formulas and what torch computes --------------------------------------------


def activated(phi, sum_of_terms):
    if phi in ("tanh", "sigmoid"):
        return f"round({phi}({sum_of_terms}), {PLACES})"
    return f"{phi}({sum_of_terms})" if phi else sum_of_terms


def kind_of(shape, draw, depth, smooth=0.0):
    """Activation and unit of the weights: mostly ReLU on integers; smooth activations where `smooth` says what share."""
    if shape.chance(smooth):
        draw.largest = 2
        return shape.choice(("tanh", "tanh", "sigmoid"))
    if shape.chance(0.2):
        draw.unit = 10 if depth <= 3 else 2  # each layer multiplies the denominator by the unit
        draw.largest = 5 if depth <= 3 else 2
    return "ReLU"


def rnn_steps(shape, draw):
    T, n, m, k = shape.randint(1, 6), shape.randint(1, 8), shape.randint(1, 8), shape.randint(1, 6)
    first, phi, phi_y = shape.choice((1, 1, 2, 3)), kind_of(shape, draw, T, 0.3), shape.choice(("", "", "ReLU"))
    smooth = phi != "ReLU"
    steps, x = range(first, first + T), (lambda: draw.integers(n, -2, 2) if smooth else draw.integers(n, -9, 9))
    givens = {f"x_{t}": x() for t in steps}
    if first == 1 and shape.chance(0.7):
        h_before = [[0]] * m
    else:
        h_before = draw.integers(m, 0, 1 if smooth else 9)
    # Tenths read integers here; the rounded states are read by integer weights alone.
    outer = 10 if smooth and shape.chance(0.3) else None
    givens |= {f"h_{first - 1}": h_before, "W_hx": draw.weights(m, n, outer), "W_hh": draw.weights(m, m),
               "b_h": draw.bias(m, outer), "W_yh": draw.weights(k, m), "b_y": draw.bias(k)}
    formulas, expect = [], {}
    hs = states(givens["W_hx"], givens["W_hh"], givens["b_h"], [vector(givens[f"x_{t}"]) for t in steps], vector(h_before), phi)
    for t, h in zip(steps, hs):
        formulas.append(f"h_{t} = " + activated(phi, f"W_hx · x_{t} + W_hh · h_{t - 1} + b_h"))
        formulas.append(f"y_{t} = " + activated(phi_y, f"W_yh · h_{t} + b_y"))
        expect |= {f"h_{t}": h, f"y_{t}": TORCH[phi_y](linear(givens["W_yh"], givens["b_y"])(h))}
    return givens, formulas, expect


def multilayer_rnns(shape, draw):
    layers, T, n = shape.choice((2, 3)), shape.randint(1, 6), shape.randint(1, 8)
    alike = shape.chance(0.5)  # one hidden size: torch.nn.RNN(num_layers); else a torch.nn.RNN for each layer
    sizes = [shape.randint(1, 8)] * layers if alike else [shape.randint(1, 8) for _ in range(layers)]
    first, phi = shape.choice((1, 1, 2, 3)), kind_of(shape, draw, T + layers - 1, 0.2)
    phi = "tanh" if phi == "sigmoid" else phi
    steps, smooth = range(first, first + T), phi != "ReLU"
    zero = first == 1 and shape.chance(0.7)
    givens = {f"x_{t}": draw.integers(n, -2, 2) if smooth else draw.integers(n, -9, 9) for t in steps}
    for k, m in enumerate(sizes, 1):
        givens[f"h{k}_{first - 1}"] = [[0]] * m if zero else draw.integers(m, 0, 1 if smooth else 9)
    for k, (columns, m) in enumerate(zip([n] + sizes, sizes), 1):
        givens |= {f"W{k}_hx": draw.weights(m, columns), f"W{k}_hh": draw.weights(m, m), f"b{k}_h": draw.bias(m)}
    xs, before = [vector(givens[f"x_{t}"]) for t in steps], [vector(givens[f"h{k}_{first - 1}"]) for k in range(1, layers + 1)]
    parameters = [(givens[f"W{k}_hx"], givens[f"W{k}_hh"], givens[f"b{k}_h"]) for k in range(1, layers + 1)]
    if alike:  # torch tells the lower layers' states at the last step alone: so once for each prefix
        module = rnn(parameters, phi.lower())
        hs = [list(module(torch.stack(xs[:t]), torch.stack(before))[1]) for t in range(1, T + 1)]
    else:
        hs, below = [], xs
        for p, h in zip(parameters, before):
            hs.append(below := states(*p, below, h, phi))
        hs = list(zip(*hs))
    formulas, expect = [], {}
    for t, at_t in zip(steps, hs):
        for k, h in enumerate(at_t, 1):
            read = f"x_{t}" if k == 1 else f"h{k - 1}_{t}"
            formulas.append(f"h{k}_{t} = " + activated(phi, f"W{k}_hx · {read} + W{k}_hh · h{k}_{t - 1} + b{k}_h"))
            expect[f"h{k}_{t}"] = h
    return givens, formulas, expect


def encoder(draw, T, n, m, size_c):
    givens = {f"x_{t}": draw.integers(n, -9, 9) for t in range(1, T + 1)}
    givens |= {"h_0": [[0]] * m, "W_hx": draw.weights(m, n), "W_hh": draw.weights(m, m), "b_h": draw.bias(m),
               "W_ch": draw.weights(size_c, m), "b_c": draw.bias(size_c)}
    formulas = [f"h_{t} = ReLU(W_hx · x_{t} + W_hh · h_{t - 1} + b_h)" for t in range(1, T + 1)]
    formulas.append(f"c = ReLU(W_ch · h_{T} + b_c)")
    hs = states(givens["W_hx"], givens["W_hh"], givens["b_h"], [vector(givens[f"x_{t}"]) for t in range(1, T + 1)], torch.zeros(m), "ReLU")
    expect = {f"h_{t}": h for t, h in enumerate(hs, 1)}
    expect["c"] = TORCH["ReLU"](linear(givens["W_ch"], givens["b_c"])(hs[-1]))
    return givens, formulas, expect


def decoder(draw, T, c, k):
    """From c, a vector of torch's; s_0 is c, and each output is the next step's input."""
    m = len(c)
    givens = {"y_0": draw.integers(k, 0, 5), "W_ss": draw.weights(m, m), "W_sy": draw.weights(m, k), "b_s": draw.bias(m),
              "W_ys": draw.weights(k, m), "b_y": draw.bias(k)}
    step, read_out = cell(givens["W_sy"], givens["W_ss"], givens["b_s"]), linear(givens["W_ys"], givens["b_y"])
    formulas, expect, s, y, before = [], {}, c, vector(givens["y_0"]), "c"
    for t in range(1, T + 1):
        s = step(y.unsqueeze(0), s.unsqueeze(0)).squeeze(0)
        y = TORCH["ReLU"](read_out(s))
        formulas += [f"s_{t} = ReLU(W_ss · {before} + W_sy · y_{t - 1} + b_s)", f"y_{t} = ReLU(W_ys · s_{t} + b_y)"]
        expect |= {f"s_{t}": s, f"y_{t}": y}
        before = f"s_{t}"
    return givens, formulas, expect


def encoders(shape, draw):
    T, sizes = shape.randint(1, 6), [shape.randint(1, 8) for _ in range(3)]
    kind_of(shape, draw, T + 1)
    return encoder(draw, T, *sizes)


def decoders(shape, draw):
    T, m, k = shape.randint(1, 6), shape.randint(1, 8), shape.randint(1, 6)
    kind_of(shape, draw, 2 * T)
    c = draw.integers(m, 0, 9)
    givens, formulas, expect = decoder(draw, T, vector(c), k)
    return {"c": c} | givens, formulas, expect


def seq2seq(shape, draw):
    reads, writes, k = shape.randint(1, 6), shape.randint(1, 6), shape.randint(1, 6)
    sizes = [shape.randint(1, 8) for _ in range(3)]
    kind_of(shape, draw, reads + 1 + 2 * writes)
    givens, formulas, expect = encoder(draw, reads, *sizes)
    more = decoder(draw, writes, expect["c"], k)
    return givens | more[0], formulas + more[1], expect | more[2]


def mlps(shape, draw):
    """One to three layers; those of two are sometimes one nested formula, as the workbook writes them."""
    layers = shape.randint(1, 3)
    sizes = [shape.randint(1, 8) for _ in range(layers)] + [shape.randint(1, 6)]
    phi, phi_y = kind_of(shape, draw, layers, 0.4), shape.choice(("", "ReLU"))
    smooth = phi != "ReLU"
    outer = 10 if smooth and shape.chance(0.4) else None
    givens = {"X": draw.integers(sizes[0], -3, 3) if smooth else draw.integers(sizes[0], -9, 9)}
    for k in range(1, layers + 1):
        unit = outer if k == 1 else None
        givens |= {f"W_{k}": draw.weights(sizes[k], sizes[k - 1], unit), f"b_{k}": draw.bias(sizes[k], unit)}
    phis = [phi] * (layers - 1) + [phi if smooth and layers == 1 else phi_y]
    names = {1: ["Y"], 2: ["H", "Y"], 3: ["H_1", "H_2", "Y"]}[layers]
    nested = layers > 1 and shape.chance(0.25)
    formulas, expect, below, value = [], {}, "X", vector(givens["X"])
    for k, (name, f) in enumerate(zip(names, phis), 1):
        network = nn.Sequential(linear(givens[f"W_{k}"], givens[f"b_{k}"]), TORCH[f])
        value, text = network(value), activated(f, f"W_{k} · {below} + b_{k}")
        below = text if nested else name
        if not nested or name == "Y":
            formulas.append(f"{name} = {text}")
            expect[name] = value
    return givens, formulas, expect


def softmax_cross_entropy(shape, draw):
    """The gradient is torch's own, by autograd through cross_entropy. One target in eight is a distribution."""
    classes, how = shape.randint(2, 16), shape.choice(("integer", "integer", "tenths", "layer"))
    formulas, expect = [], {}
    if how == "layer":
        draw.largest, n = 2, shape.randint(1, 8)
        givens = {"X": draw.integers(n, -2, 2), "W_1": draw.weights(classes, n), "b_1": draw.bias(classes)}
        z = linear(givens["W_1"], givens["b_1"])(vector(givens["X"])).detach()
        formulas.append("z = W_1 · X + b_1")
        expect["z"] = z.clone()
    else:
        span = LARGEST_ARGUMENT * 10
        column = draw.integers(classes, -6, 6) if how == "integer" else [[v / 10] for (v,) in draw.integers(classes, -span, span)]
        givens, z = {"z": column}, vector(column)
    if shape.chance(0.125):
        tenths = [0] * classes
        for _ in range(10):
            tenths[draw.randrange(classes)] += 1
        givens["y_target"] = [[v // 10 if v % 10 == 0 else v / 10] for v in tenths]
        target = vector(givens["y_target"])
    else:
        target = torch.tensor(draw.randrange(classes))
        givens["y_target"] = [[int(k == target)] for k in range(classes)]
    z.requires_grad_()
    nn.functional.cross_entropy(z.unsqueeze(0), target.unsqueeze(0)).backward()
    formulas += [f"exp_z = round(exp(z), {PLACES})", "sum = total(exp_z)", f"y_pred = round(exp_z / sum, {PLACES})", "grad_z = y_pred - y_target"]
    expect |= {"exp_z": z.exp(), "sum": z.exp().sum().unsqueeze(0), "y_pred": nn.functional.softmax(z, 0), "grad_z": z.grad}
    return givens, formulas, expect


# --- the second opinion: the formulas' text, in fractions ---------------------------------------------------------


class Exact:
    """A matrix of fractions, with the operators that the formulas use; `·` is read as Python's `@`."""

    def __init__(self, rows):
        self.rows = [[fits(Fraction(str(v))) for v in row] for row in rows]

    def map(self, f):
        return Exact([[f(v) for v in row] for row in self.rows])

    def __matmul__(self, other):
        assert len(self.rows[0]) == len(other.rows)
        return Exact([[added(fits(a * b) for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def plus(self, other, sign):
        assert (len(self.rows), len(self.rows[0])) == (len(other.rows), len(other.rows[0]))
        return Exact([[added((a, sign * b)) for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __add__(self, other):
        return self.plus(other, 1)

    def __sub__(self, other):
        return self.plus(other, -1)

    def __truediv__(self, scalar):
        return self.map(lambda v: v / scalar.rows[0][0])


def fits(value):
    if max(abs(value.numerator), value.denominator) >= 2**62:
        raise Redraw
    return value


def added(values):
    """The sum, each addition over the common denominator within 64 bits."""
    total = Fraction(0)
    for v in values:
        common = math.lcm(total.denominator, v.denominator)
        if max(abs(total), abs(v)) * common >= 2**62:
            raise Redraw
        total = fits(total + v)
    return total


def smoothly(f):
    def apply(value):
        if abs(value) > LARGEST_ARGUMENT:
            raise Redraw
        return Fraction(f(float(value)))
    return lambda matrix: Unrounded(matrix, apply)


class Unrounded:
    """e^x, tanh or sigmoid of a matrix: the formulas must round it before anything else is done with it."""

    def __init__(self, matrix, f):
        self.values = [[f(v) for v in row] for row in matrix.rows]


def rounded(matrix, places):
    values = matrix.values if isinstance(matrix, Unrounded) else matrix.rows
    return Exact([[round(v, places) for v in row] for row in values])


FUNCTIONS = {
    "ReLU": lambda m: m.map(lambda v: max(v, Fraction(0))),
    "exp": smoothly(math.exp),
    "tanh": smoothly(math.tanh),
    "sigmoid": smoothly(lambda v: 1 / (1 + math.exp(-v))),
    "total": lambda m: Exact([[added(row[0] for row in m.rows)]]),
    "round": rounded,
}


def evaluate(givens, formulas):
    known = {name: Exact(rows) for name, rows in givens.items()}
    for formula in formulas:
        name, text = formula.split(" = ")
        assert re.fullmatch(r"[A-Za-z]\w*", name) and name not in known, formula
        known[name] = eval(text.replace("·", "@"), {"__builtins__": {}}, FUNCTIONS | known)
    return {name: value.rows for name, value in known.items() if name not in givens}


# --- cases and files ----------------------------------------------------------------------------------------------


def numbers(rows):
    return [v for row in rows for v in row]


def case(family, index):
    """The case of that index. Its shape is drawn once, its numbers until they are of use: large shapes stay as likely."""
    for attempt in range(5000):
        shape, draw = Draw(f"{family.__name__}/{index}"), Draw(f"{family.__name__}/{index}/{attempt}")
        givens, formulas, computed = family(shape, draw)
        expect = {name: [[v + 0.0] for v in value.tolist()] for name, value in computed.items()}  # + 0.0: no minus zero
        integer = all(isinstance(v, int) for rows in givens.values() for v in numbers(rows)) and "round(" not in " ".join(formulas)
        if integer:
            assert all(v == int(v) for rows in expect.values() for v in numbers(rows))
            expect = {name: [[int(v) for v in row] for row in rows] for name, rows in expect.items()}
        largest = LARGEST_INTEGER if integer else LARGEST_DECIMAL * (10 if family is softmax_cross_entropy else 1)
        if any(abs(v) >= largest for rows in expect.values() for v in numbers(rows)):
            continue
        if attempt < 4000 and index % 10 and not all(any(numbers(rows)) for rows in expect.values()):
            continue  # a dead layer teaches little: in one case of ten it may be
        try:
            exact = evaluate(givens, formulas)
        except Redraw:
            continue
        assert_agree(expect, exact, 0 if integer else AGREE)
        return {"givens": givens, "formulas": formulas, "expect": expect, "integer": integer}
    raise AssertionError(f"{family.__name__}/{index}: no numbers fit")


def assert_agree(expect, exact, tolerance):
    """Nothing is drawn again for a disagreement: it ends the run."""
    assert list(expect) == list(exact), (list(expect), list(exact))
    for name, rows in expect.items():
        assert [len(row) for row in rows] == [len(row) for row in exact[name]], name
        for a, b in zip(numbers(rows), numbers(exact[name])):
            assert abs(Fraction(a) - b) <= tolerance, (name, a, float(b))


FAMILIES = {
    rnn_steps: 286, multilayer_rnns: 286, encoders: 286, decoders: 286, seq2seq: 286, mlps: 285, softmax_cross_entropy: 285,
}


def main():
    for family, count in FAMILIES.items():
        lines = [json.dumps(case(family, i), ensure_ascii=False, separators=(",", ":")) for i in range(count)]
        assert len(set(lines)) == count, f"{family.__name__}: two cases are the same"
        file = Path(__file__).with_name(family.__name__.replace("_", "-") + ".json")
        file.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
        integers = sum(line.endswith("true}") for line in lines)
        print(f"{file.name}: {count} cases, {integers} of integers, {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
