using RnnGrader.Bench;
using RnnGrader.Bench.Lti;

switch (args)
{
    case ["micro"]:
        Console.Write(MicroTable.Measure());
        break;
    case ["load", var address, var requests, var clients]:
        Console.Write(await Load.RunAsync(new Uri(address), int.Parse(requests, null), int.Parse(clients, null)));
        break;
    case ["launches" or "lti", var address, var administrator, var launches, var clients]:
        Console.Write(await LtiLoad.RunAsync(new Uri(address), administrator, int.Parse(launches, null), int.Parse(clients, null), delivers: args[0] == "lti"));
        break;
    default:
        await Console.Error.WriteLineAsync("micro | load ADDRESS REQUESTS CLIENTS | launches ADDRESS TOKEN LAUNCHES CLIENTS | lti ADDRESS TOKEN LAUNCHES CLIENTS");
        return 2;
}

return 0;
