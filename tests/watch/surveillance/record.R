# Records what R's surveillance makes of some counts, for tests/watch/test_comparison.py, which does not need R.
#   Rscript record.R        (Debian: apt-get install r-cran-surveillance)
# Counts are drawn by a small generator of our own, so that they are the same under every version of R.
suppressMessages(library(surveillance))
state <- 20260101
draw <- function() { state <<- (state * 16807) %% 2147483647; state / 2147483647 }
poisson_draw <- function(mean) { k <- 0; p <- draw(); limit <- exp(-mean); while (p > limit) { k <- k + 1; p <- p * draw() }; k }
weeks <- 52 * 7 + 20
series <- sapply(1:4, function(j) sapply(1:weeks, function(t) {
  base <- c(3, 8, 20, 5)[j]
  mean <- base * exp(c(0, 0, 0.003, -0.002)[j] * t + 0.4 * cos(2 * pi * t / 52))
  if (j == 2 && t %% 97 < 3) mean <- mean * 4
  poisson_draw(mean * (0.5 + draw()))
}))
out <- data.frame(week = 1:weeks, series)
names(out) <- c("week", paste0("y", 1:4))
record <- function(name, result, range) { column <- matrix(NA, weeks, 4); column[range, ] <- upperbound(result)
  for (j in 1:4) out[[paste0(name, j)]] <<- column[, j] }
sts_all <- sts(observed = series, frequency = 52, start = c(2010, 1))
for (method in c("C1", "C2", "C3")) {
  first <- c(C1 = 8, C2 = 10, C3 = 12)[[method]]
  record(method, earsC(sts_all, control = list(method = method, range = first:weeks)), first:weeks)
}
range <- (52 * 5 + 4):weeks
control <- function(threshold, groups) list(range = range, b = 5, w = 3, reweight = TRUE, weightsThreshold = 2.58,
  trend = TRUE, pThresholdTrend = 0.05, noPeriods = groups, pastWeeksNotIncluded = 26, thresholdMethod = threshold,
  alpha = 0.05, glmWarnings = FALSE)
record("delta10_", farringtonFlexible(sts_all, control("delta", 10)), range)
record("delta1_", farringtonFlexible(sts_all, control("delta", 1)), range)
record("nb10_", farringtonFlexible(sts_all, control("nbPlugin", 10)), range)
options(digits = 15)
write.table(format(out, digits = 12, trim = TRUE, scientific = FALSE), "surveillance.tsv", sep = "\t", quote = FALSE, row.names = FALSE)
