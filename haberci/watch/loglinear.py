"""Log-linear regression of counts (quasi-Poisson, iteratively reweighted least squares), many small fits at once.

A batch has one row a fit: ``y`` (fits, points), ``x`` (fits, points, terms). The iteration starts, steps and stops as
R's ``glm`` does (start at y + 0.1, stop when the deviance changes by less than 1e-8 of itself, at most 25 steps), so
that its results can be compared digit by digit.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import special

from haberci.watch.windows import Array, Flags

_STEPS = 25
_CLOSE = 1e-8


class Fit(NamedTuple):
    """A batch of fits: coefficients, means, inverse of X'WX, leverages, working residuals, and which came to an end."""

    coefficients: Array
    mean: Array
    covariance: Array
    leverage: Array
    residual: Array
    working: Array
    converged: Flags


def fitted(y: Array, x: Array, prior: Array | None = None) -> Fit:
    """Fit each row; ``prior`` are weights of the points."""
    weight = np.ones(y.shape) if prior is None else prior
    eta = np.log(y + 0.1)
    mean = np.exp(eta)
    fits, points, terms = x.shape
    fit = Fit(
        np.zeros((fits, terms)),
        mean,
        np.zeros((fits, terms, terms)),
        np.zeros((fits, points)),
        np.zeros((fits, points)),
        np.zeros((fits, points)),
        np.zeros(fits, dtype=np.bool_),
    )
    deviance = _deviance(y, mean, weight)
    left = np.arange(fits)
    for _ in range(_STEPS):
        _step(fit, y, x, weight, eta, left)
        new = _deviance(y[left], fit.mean[left], weight[left])
        done = np.abs(new - deviance[left]) / (0.1 + np.abs(new)) < _CLOSE
        deviance[left] = new
        fit.converged[left[done]] = True
        left = left[~done & np.isfinite(new)]
        if not len(left):
            break
    return fit


def _deviance(y: Array, mean: Array, weight: Array) -> Array:
    deviance: Array = 2.0 * (weight * (special.xlogy(y, y / mean) - (y - mean))).sum(axis=1)
    return deviance


def _step(fit: Fit, y: Array, x: Array, prior: Array, eta: Array, rows: NDArray[np.int64]) -> None:
    """One step of least squares for the rows that are not at their end."""
    mean, now = np.exp(eta[rows]), eta[rows]
    working = prior[rows] * mean
    target = now + (y[rows] - mean) / mean
    weighted = x[rows] * working[..., None]
    square = np.einsum("npi,npj->nij", weighted, x[rows])
    covariance = np.linalg.inv(square)
    coefficients = np.einsum("nij,npj,np->ni", covariance, weighted, target)
    eta[rows] = np.einsum("npi,ni->np", x[rows], coefficients)
    fit.coefficients[rows], fit.covariance[rows] = coefficients, covariance
    fit.leverage[rows] = working * np.einsum("npi,nij,npj->np", x[rows], covariance, x[rows])
    fit.mean[rows] = np.exp(eta[rows])
    fit.residual[rows] = (y[rows] - fit.mean[rows]) / fit.mean[rows]
    fit.working[rows] = working


def dispersion(fit: Fit, weight: Array) -> Array:
    """Pearson's estimate from working residuals with these weights, points of weight 0 left out."""
    free = (weight > 0).sum(axis=1) - fit.coefficients.shape[1]
    estimate: Array = (weight * fit.residual**2).sum(axis=1) / free
    return estimate
