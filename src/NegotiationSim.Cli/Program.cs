using System.CommandLine;
using NegotiationSim.Cli;

var root = new RootCommand("negsim: negotiations among Member States, run from a seed, replayed and checked.")
{
    RunCommand.Create(),
    ReplayCommand.Create(),
    CheckCommand.Create(),
};
return await Sentence.OrFault(() =>
{
    var call = root.Parse(args);
    if (call.UnmatchedTokens is [var stranger, ..]) throw new UserFaultException($"'{stranger}' is not understood. negsim --help tells more.");
    if (call.Errors is [var error, ..]) throw new UserFaultException($"{error.Message.TrimEnd('.')}. negsim --help tells more.");
    return call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
});
