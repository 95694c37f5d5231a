"""Log-linear regression of counts (quasi-Poisson, iteratively reweighted least squares), many small fits at once.

The fits share their terms. The iteration starts, steps and stops as
R's ``glm`` does (start at y + 0.1, stop when the deviance changes by less than 1e-8 of itself, at most 25 steps), so
that its results can be compared digit by digit.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import special

from haberci.watch.windows import Array, Flags

_STEPS = 25
_CLOSE = 1e-8


class Fit(NamedTuple):
    """A batch of fits: coefficients, means, inverse of X'WX, leverages, working residuals and weights, and which ended.

    Inverse, leverages and weights are those of the last step, as R has them.
    """

    coefficients: Array
    mean: Array
    covariance: Array
    leverage: Array
    residual: Array
    working: Array
    converged: Flags


def fitted(y: Array, x: Array, prior: Array | None = None) -> Fit:
    """Fit each row of ``y`` (fits, points) by the terms ``x`` (points, terms); ``prior`` are weights of the points."""
    weight = np.ones(y.shape) if prior is None else prior
    eta = np.log(y + 0.1)
    mean = np.exp(eta)
    (fits, points), terms = y.shape, x.shape[1]
    coefficients, covariance = np.zeros((fits, terms)), np.zeros((fits, terms, terms))
    working, converged = np.zeros((fits, points)), np.zeros(fits, dtype=np.bool_)
    products = (x[:, :, None] * x[:, None, :]).reshape(points, terms * terms)
    deviance = _deviance(y, mean, weight)
    left = np.arange(fits)
    for _ in range(_STEPS):
        working[left] = weight[left] * mean[left]
        target = eta[left] + (y[left] - mean[left]) / mean[left]
        covariance[left] = np.linalg.inv((working[left] @ products).reshape(-1, terms, terms))
        coefficients[left] = (covariance[left] @ ((working[left] * target) @ x)[:, :, None])[:, :, 0]
        eta[left] = coefficients[left] @ x.T
        mean[left] = np.exp(eta[left])
        new = _deviance(y[left], mean[left], weight[left])
        done = np.abs(new - deviance[left]) / (0.1 + np.abs(new)) < _CLOSE
        deviance[left] = new
        converged[left[done]] = True
        left = left[~done & np.isfinite(new)]
        if not len(left):
            break
    leverage = working * (np.matmul(x, covariance) * x).sum(axis=2)
    return Fit(coefficients, mean, covariance, leverage, (y - mean) / mean, working, converged)


def _deviance(y: Array, mean: Array, weight: Array) -> Array:
    deviance: Array = 2.0 * (weight * (special.xlogy(y, y / mean) - (y - mean))).sum(axis=1)
    return deviance


def dispersion(fit: Fit, weight: Array) -> Array:
    """Pearson's estimate from working residuals with these weights, points of weight 0 left out."""
    free = (weight > 0).sum(axis=1) - fit.coefficients.shape[1]
    estimate: Array = (weight * fit.residual**2).sum(axis=1) / free
    return estimate
