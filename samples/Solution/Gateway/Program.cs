Console.WriteLine(new Contracts.OrderPlaced(1));
