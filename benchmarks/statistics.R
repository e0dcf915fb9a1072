# The work of ValidationBenchmark by R and its packages; writes name,milliseconds,package to standard output.
# Each is run once to warm up and then three times, and the median counts; what takes minutes is run once.

timed <- function(name, package, run, times = 3) {
  if (times > 1) run()
  seconds <- sapply(seq_len(times), function(i) system.time(run())[["elapsed"]])
  cat(sprintf("%s,%.1f,%s\n", name, 1000 * median(seconds), package))
}
version <- function(package) paste(package, as.character(packageVersion(package)))
has <- function(package) suppressWarnings(suppressMessages(requireNamespace(package, quietly = TRUE)))

set.seed(1)
n <- 1e6
case <- runif(n) < 0.1
continuous <- rnorm(n) + case
whole <- pmin(27, pmax(0, round(6 + 4 * continuous)))
few_case <- rep(c(TRUE, FALSE), c(36, 496))
few <- pmin(11, pmax(0, floor(2 * (rnorm(532) + 2 * few_case))))

if (has("pROC")) {
  timed("area", version("pROC"), function() {
    roc <- pROC::roc(case, continuous, levels = c(FALSE, TRUE), direction = "<", quiet = TRUE)
    pROC::ci.auc(roc, method = "delong")
  })
  timed("cutOffs", version("pROC"), function() {
    roc <- pROC::roc(case, whole, levels = c(FALSE, TRUE), direction = "<", quiet = TRUE)
    pROC::coords(roc, "all", ret = c("threshold", "tp", "fp", "tn", "fn"), transpose = FALSE)
  })
}
timed("cutOffs", "base R, table and cumsum", function() {
  counts <- table(factor(whole, 0:27), case)
  tp <- rev(cumsum(rev(counts[, 2])))
  fp <- rev(cumsum(rev(counts[, 1])))
  data.frame(cut = 0:27, tp, fp, fn = sum(counts[, 2]) - tp, tn = sum(counts[, 1]) - fp)
})
if (has("cutpointr")) {
  data <- data.frame(few, few_case)
  timed("bootstrap", version("cutpointr"), function() {
    suppressMessages(cutpointr::cutpointr(
      data, few, few_case, pos_class = TRUE, direction = ">=", metric = cutpointr::youden,
      boot_runs = 1000, boot_stratify = TRUE))
  }, times = 1)
}
if (has("psych")) {
  trait <- rnorm(1e5)
  answers <- sapply(1:60, function(j) pmin(3, pmax(0, floor(0.7 * trait + 0.7 * rnorm(1e5) + 2))))
  colnames(answers) <- paste0("i", 1:60)
  timed("alpha", version("psych"), function() psych::alpha(answers, check.keys = FALSE), times = 1)
}
