namespace DetainerLedger.Delivery.Tests;
