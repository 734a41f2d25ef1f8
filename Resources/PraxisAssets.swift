enum PraxisAssets {}
