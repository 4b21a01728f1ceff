"""One kind of judgement a file. `driver.judge` runs them all on one page."""
