// Stands in for the package "server-only", which throws outside Next; worker, scripts and tests are servers too.
export {};
