using '../main.bicep'

param environmentName = 'snapshot'
param location = 'westus3'
param privateNetwork = true
param alwaysReadyInstances = 1
param alertEmails = ['operator@example.org']
param subscriptions = true
param mail = {
  From: 'ledger@example.org'
  Host: 'smtp.example.org'
  Port: 587
  Security: 'StartTls'
  User: 'ledger'
  Folder: ''
  Connections: 4
}
param operatorPrincipalId = '11111111-1111-1111-1111-111111111111'
