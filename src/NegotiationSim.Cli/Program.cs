using System.CommandLine;
using NegotiationSim.Cli;

var root = new RootCommand("negsim: negotiations among Member States, run from a seed, replayed and checked.")
{
    RunCommand.Create(),
    ReplayCommand.Create(),
    CheckCommand.Create(),
};
return await Sentence.OrFault(() => root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
