using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/NegotiationSim.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
