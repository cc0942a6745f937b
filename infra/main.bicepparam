using 'main.bicep'

// What azd knows. Everything else has a safe default in main.bicep: say here what yours are.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'ledger')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westus3')

// param alertEmails = ['you@example.org']
// param privateNetwork = true
