using '../main.bicep'

param environmentName = 'snapshot'
param location = 'westus3'
param privateNetwork = true
param alwaysReadyInstances = 1
param alertEmails = ['operator@example.org']
param operatorPrincipalId = '11111111-1111-1111-1111-111111111111'
