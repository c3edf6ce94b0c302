using RnnGrader.Bench;

switch (args)
{
    case ["micro"]:
        Console.Write(MicroTable.Measure());
        break;
    case ["load", var address, var requests, var clients]:
        Console.Write(await Load.RunAsync(new Uri(address), int.Parse(requests, null), int.Parse(clients, null)));
        break;
    default:
        await Console.Error.WriteLineAsync("micro | load ADDRESS REQUESTS CLIENTS");
        return 2;
}

return 0;
